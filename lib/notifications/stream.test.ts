import { expect, it } from 'vitest';
import { concerns } from './stream';

it.each([
  ['its patient', { id: 'p', role: 'patient' }, true],
  ['its doctor', { id: 'd', role: 'doctor' }, true],
  ['whoever else is on its roster', { id: 'g', role: 'patient' }, true],
  ['the front desk', { id: 'a', role: 'admin' }, true],
  ['another patient', { id: 'x', role: 'patient' }, false],
  ['another doctor', { id: 'x', role: 'doctor' }, false],
] as const)('a change concerns %s: %o %s', (_, actor, expected) => {
  expect(concerns(actor, { people: ['p', 'd', 'g'] })).toBe(expected);
  expect(concerns(actor, { people: [] })).toBe(actor.role === 'admin');
});
