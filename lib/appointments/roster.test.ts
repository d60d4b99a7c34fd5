import { expect, it } from 'vitest';
import { partiesOf, personOn, rosterOf } from './roster';

const doctor = { id: 'd', name: 'Dr Lea Weiss', specialty: 'Cardiology', zone: 'Europe/Berlin' };
const patient = { id: 'p', name: 'María Ruiz', zone: 'Europe/Madrid' };
const roster = rosterOf({ doctor, patient });

it('holds the patient and the doctor, and of each no more than who they are', () =>
  expect(roster).toEqual([
    { id: 'p', name: 'María Ruiz', role: 'patient' },
    { id: 'd', name: 'Dr Lea Weiss', role: 'doctor' },
  ]));

it('is the same people where a row knows no names', () =>
  expect(partiesOf({ doctorId: 'd', patientId: 'p' })).toEqual(roster.map(({ id, role }) => ({ id, role }))));

it('knows its own, and nobody else', () => {
  expect(personOn(roster, 'd')).toEqual({ id: 'd', name: 'Dr Lea Weiss', role: 'doctor' });
  expect(personOn(roster, 'p')?.role).toBe('patient');
  for (const id of ['x', '', 'D', 'undefined']) expect(personOn(roster, id)).toBeNull();
  expect(personOn([], 'p')).toBeNull();
});
