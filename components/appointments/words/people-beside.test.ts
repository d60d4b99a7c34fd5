import { expect, it } from 'vitest';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { peopleBeside } from './people-beside';

const patient = { id: 'p', name: 'Maria Ruiz' };
const doctor = { id: 'd', name: 'Dr Anna Keller' };
const visit = { patient, doctor } as AppointmentView;

it.each([
  ['patient', 'p', 'Dr Anna Keller'],
  ['doctor', 'd', 'Maria Ruiz'],
  ['admin', 'a', 'Maria Ruiz'],
] as const)('names a visit to its %s by the people besides', (role, id, name) => {
  expect(peopleBeside({ id, role }, visit).map((person) => person.name)).toEqual([name]);
});
