import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { findPatient } from '@/lib/accounts/queries/patients';
import { prisma } from '@/lib/adapters/database';
import { findPatientContact } from '@/lib/appointments/queries/patient-contact';
import { searchAppointments } from '@/lib/appointments/queries/search';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';

const make = withApplication();
const now = new Date();
const DAY_IN_MINUTES = 24 * 60;

async function visits() {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Vera Lind' });
  const patient = await make.person({ name: 'Ana Costa' });
  const at = (days: number, status: 'PENDING' | 'CONFIRMED' | 'COMPLETED') =>
    make.appointment({ doctor, patient, startsIn: days * DAY_IN_MINUTES, status });
  return {
    doctor,
    patient,
    pending: await at(1, 'PENDING'),
    confirmed: await at(2, 'CONFIRMED'),
    past: await at(-2, 'COMPLETED'),
  };
}

it('tells pending, confirmed and past apart', async () => {
  const { doctor, pending, confirmed, past } = await visits();
  const ids = async (list: 'pending' | 'confirmed' | 'past') =>
    (await searchAppointments(asActor(doctor), { list }, now)).items.map(({ id }) => id);
  expect(await ids('pending')).toEqual([pending.id]);
  expect(await ids('confirmed')).toEqual([confirmed.id]);
  expect(await ids('past')).toEqual([past.id]);
});

it('finds by the other side’s name and by day, only among one’s own', async () => {
  const { doctor, patient, pending, confirmed } = await visits();
  await make.appointment({ startsIn: DAY_IN_MINUTES });
  const found = async (person: typeof doctor, search: Parameters<typeof searchAppointments>[1]) =>
    (await searchAppointments(asActor(person), search, now)).items.map(({ id }) => id);
  expect(await found(doctor, { name: ' costa' })).toHaveLength(3);
  expect(await found(doctor, { name: 'Lind' })).toEqual([]);
  expect(await found(patient, { name: 'LIND', from: now })).toEqual([pending.id, confirmed.id]);
  expect(await found(patient, { name: 'Costa' })).toEqual([]);
  expect(await found(patient, { from: confirmed.startsAt, to: confirmed.endsAt })).toEqual([confirmed.id]);
  expect(await found(await make.person(), {})).toEqual([]);
  expect(await found(await make.person({ role: 'DOCTOR' }), { name: 'Costa' })).toEqual([]);
});

it.each(['%', '_', '\\'])('takes %s in a name for nothing but itself', async (sign) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const named = await make.person({ name: `Ana ${sign} Costa` });
  const visit = await make.appointment({ doctor, patient: named, startsIn: DAY_IN_MINUTES });
  await make.appointment({ doctor, startsIn: 2 * DAY_IN_MINUTES });
  const { items } = await searchAppointments(asActor(doctor), { name: sign }, now);
  expect(items.map(({ id }) => id)).toEqual([visit.id]);
});

it('the front desk finds everybody’s, without why', async () => {
  const { patient } = await visits();
  const desk = asActor(await make.person({ role: 'ADMIN' }));
  const { items: found } = await searchAppointments(desk, { name: 'Costa' }, now);
  const theirs = found.filter((visit) => visit.patient.id === patient.id);
  expect(theirs).toHaveLength(3);
  expect(theirs.map(({ reason }) => reason)).toEqual(['', '', '']);
});

it('finds by a name that few have as by one that thousands have', async () => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Zebulon Quist' });
  const patient = await make.person({ name: 'Zebulon Ames' });
  const visit = await make.appointment({ doctor, patient, startsIn: 3 * DAY_IN_MINUTES });
  const other = await make.appointment({ patient, startsIn: 4 * DAY_IN_MINUTES });
  await make.appointment({ startsIn: 3 * DAY_IN_MINUTES });
  const desk = await make.person({ role: 'ADMIN', name: 'Zebulon at the desk' });
  const found = () =>
    Promise.all(
      [desk, doctor, patient].map(async (person) =>
        (await searchAppointments(asActor(person), { name: 'zebulon' }, now)).items.map(({ id }) => id),
      ),
    );
  const expected = [[visit.id, other.id], [visit.id], [visit.id]];
  expect(await found()).toEqual(expected);
  const more = (role: 'PATIENT' | 'DOCTOR', length: number) =>
    Array.from({ length }, () => {
      const id = uuidv7();
      return { id, role, name: `Zebulon ${id}`, email: `${id}@test.example`, passwordHash: '-' };
    });
  const doctors = more('DOCTOR', 501);
  await prisma().person.createMany({ data: [...more('PATIENT', 5001), ...doctors] });
  const ofDoctors = doctors.map(({ id }) => ({ personId: id, specialty: 'Cardiology' }));
  await prisma().doctor.createMany({ data: ofDoctors });
  expect(await found()).toEqual(expected);
});

it('confirmed are those that are not over, however long ago they began', async () => {
  const { id, doctor } = await make.appointment({ startsIn: -8 * 60, length: 9 * 60 });
  await make.appointment({ doctor, startsIn: -10 * 60, length: 60 });
  const { items: found } = await searchAppointments(asActor(doctor), { list: 'confirmed' }, now);
  expect(found.map((visit) => visit.id)).toEqual([id]);
});

it('only staff look a patient up', async () => {
  const { doctor, patient } = await visits();
  expect(await findPatient(asActor(doctor), patient.id)).toMatchObject({ name: 'Ana Costa' });
  expect(await findPatient(asActor(doctor), doctor.id)).toBeNull();
  expect(await findPatient(asActor(await make.person()), patient.id)).toBeNull();
  const gone = await make.person({ disabledAt: now });
  expect(await findPatient(asActor(doctor), gone.id)).toBeNull();
});

it('how to reach a patient is told to the doctor of the visit and the front desk alone', async () => {
  const { doctor, patient, confirmed } = await visits();
  await prisma().person.update({ where: { id: patient.id }, data: { phone: '+1 555 010 0142' } });
  const told = { email: patient.email, phone: '+1 555 010 0142' };
  const asked = async (person: typeof doctor) => findPatientContact(asActor(person), confirmed.id);
  expect(await asked(doctor)).toEqual(told);
  expect(await asked(await make.person({ role: 'ADMIN' }))).toEqual(told);
  expect(await asked(await make.person({ role: 'DOCTOR' }))).toBeNull();
  expect(await asked(patient)).toBeNull();
});

it('goes on page by page where a list is longer than one, past ones backwards', async () => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const at = (minutes: number) => make.appointment({ doctor, startsIn: minutes, length: 20, status: 'CONFIRMED' });
  const coming = [await at(100), await at(200), await at(300), await at(400), await at(500)].map(({ id }) => id);
  const past = [await at(-100), await at(-200), await at(-300)].map(({ id }) => id);
  const pages = async (list: 'confirmed' | 'past', limit: number) => {
    const ids: string[][] = [];
    for (let cursor: string | undefined; ids.length < 9; ) {
      const page = await searchAppointments(asActor(doctor), { list, limit, cursor }, now);
      ids.push(page.items.map(({ id }) => id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    return ids;
  };
  expect(await pages('confirmed', 2)).toEqual([coming.slice(0, 2), coming.slice(2, 4), coming.slice(4)]);
  expect(await pages('confirmed', 5)).toEqual([coming]);
  expect(await pages('past', 2)).toEqual([past.slice(0, 2), past.slice(2)]);
});
