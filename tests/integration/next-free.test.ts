import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { dateToStored } from '@/lib/availability/hours';
import { findDoctor, listDoctors } from '@/lib/availability/queries/doctors';
import { listSlots } from '@/lib/availability/queries/slots';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';

const make = withApplication();
const DAY = 86_400_000;
const now = new Date();
/** The list ends with its 200th name. */
const first = (name: string) => `Aaron ${name}`;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Doctors whose next free slot comes soon, late or never, each for a reason of its own; and a patient with a visit elsewhere. */
async function clinic() {
  const doctor = (name: string, options: Parameters<typeof make.person>[0] = {}) =>
    make.person({ role: 'DOCTOR', name: first(name), ...options });
  const patient = await make.person();
  const oneADay = weekdays.map((weekday) => ({ weekday, startMinute: 540, endMinute: 600 }));
  const doctors = {
    free: await doctor('free', { zone: 'America/New_York' }),
    noticed: await doctor('noticed', { noticeMinutes: 3 * 24 * 60 }),
    without: await doctor('without', { hours: [] }),
    away: await doctor('away', { zone: 'Pacific/Auckland' }),
    booked: await doctor('booked', { hours: oneADay, zone: 'Asia/Kathmandu' }),
    full: await doctor('full', { hours: oneADay, zone: 'UTC' }),
    met: await doctor('met'),
  };
  const days = Array.from({ length: 5 }, (_, day) => new Date(+now + (day - 1) * DAY).toISOString().slice(0, 10));
  await prisma().dayException.createMany({
    data: days.map((date) => ({
      id: crypto.randomUUID(),
      doctorId: doctors.away.id,
      date: dateToStored(date),
      visitTypes: [],
    })),
  });
  await book(doctors.booked, 20);
  await book(doctors.full, 70);
  const [start = 0] = await slotsOf(doctors.met, patient);
  await make.appointment({ patient, startsAt: new Date(start), length: 50 });
  return { patient, doctors: Object.values(doctors) };
}

async function slotsOf(doctor: TestPerson, person: TestPerson) {
  const slots = await listSlots(asActor(person), doctor.id, { from: now, to: new Date(+now + 70 * DAY) }, now);
  return (slots ?? []).map(({ start }) => start);
}

async function book(doctor: TestPerson, count: number) {
  const patient = await make.person();
  for (const start of (await slotsOf(doctor, patient)).slice(0, count))
    await make.appointment({ doctor, patient, startsAt: new Date(start), length: 50 });
}

it('names the same next free slots for all doctors as for each alone', async () => {
  const { patient, doctors } = await clinic();
  for (const reader of [patient, await make.person(), await make.person({ role: 'ADMIN' })]) {
    const listed = new Map((await listDoctors(asActor(reader), now)).map((doctor) => [doctor.id, doctor]));
    for (const doctor of doctors) {
      const [start] = await slotsOf(doctor, reader);
      const nextFreeAt = start === undefined ? null : new Date(start).toISOString();
      expect(listed.get(doctor.id), doctor.name).toMatchObject({ name: doctor.name, nextFreeAt });
      expect(await findDoctor(asActor(reader), doctor.id, now)).toMatchObject(listed.get(doctor.id) ?? {});
    }
  }
});

it('asks the database as often for many doctors as for few', async () => {
  const { patient } = await clinic();
  const query = vi.spyOn(pg.Client.prototype, 'query');
  onTestFinished(() => query.mockRestore());
  const asked = async () => {
    query.mockClear();
    await listDoctors(asActor(patient), now);
    return query.mock.calls.length;
  };
  const before = await asked();
  await clinic();
  expect(await asked()).toBe(before);
  expect(before).toBeGreaterThan(0);
});
