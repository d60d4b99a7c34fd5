import { expect, it } from 'vitest';
import type { AppointmentStatus } from '@/lib/appointments/policy';
import type { Role } from '@/lib/platform/actor';
import { availableActions, detailsKey } from './available';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const HOUR = 3_600_000;
const visit = (status: AppointmentStatus, startsIn: number, proposedIn?: number) => ({
  status,
  startsAt: new Date(NOW + startsIn * HOUR),
  endsAt: new Date(NOW + (startsIn + 1) * HOUR),
  proposedStartsAt: proposedIn === undefined ? null : new Date(NOW + proposedIn * HOUR),
});

it.each<[Role, AppointmentStatus, number, string[]]>([
  ['patient', 'pending', 2, ['move', 'cancel']],
  ['patient', 'confirmed', 2, ['move', 'cancel']],
  ['patient', 'confirmed', -2, []],
  ['patient', 'canceled', 2, []],
  ['doctor', 'pending', 2, ['confirm', 'decline', 'move']],
  ['doctor', 'pending', -0.5, ['cancel']],
  ['doctor', 'confirmed', 2, ['move', 'cancel']],
  ['doctor', 'confirmed', -0.5, ['complete', 'no_show', 'cancel']],
  ['doctor', 'confirmed', -5, ['complete', 'no_show']],
  ['doctor', 'completed', -5, []],
  ['admin', 'pending', 2, ['move', 'cancel']],
  ['admin', 'confirmed', 2, ['move', 'cancel']],
])('offers a %s of a %s visit in %d hours: %j', (role, status, startsIn, expected) => {
  expect(availableActions(visit(status, startsIn), role, NOW)).toEqual(expected);
});

it('promises on the way to an appointment what is offered there', () => {
  expect(detailsKey(visit('confirmed', 2), 'patient', NOW)).toBe('detailsAndMore');
  // In the middle of it.
  expect(detailsKey(visit('confirmed', -0.2), 'patient', NOW)).toBe('detailsCancel');
  expect(detailsKey(visit('confirmed', -2), 'patient', NOW)).toBe('details');
  expect(detailsKey(visit('canceled', 2), 'patient', NOW)).toBe('details');
});

it('lets the doctor alone answer another time, until one of the two comes', () => {
  expect(availableActions(visit('confirmed', 2, 5), 'doctor', NOW)).toEqual(['accept', 'keep', 'move', 'cancel']);
  expect(availableActions(visit('confirmed', 2, 5), 'patient', NOW)).toEqual(['move', 'cancel']);
  expect(availableActions(visit('confirmed', 2, -1), 'doctor', NOW)).toEqual(['move', 'cancel']);
});
