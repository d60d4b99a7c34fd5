import { expect, it } from 'vitest';
import { cancelAppointment } from '@/lib/appointments/commands/answer';
import { moveAppointment } from '@/lib/appointments/commands/move';
import { saveHours } from '@/lib/availability/commands/save-hours';
import { findHours } from '@/lib/availability/queries/hours';
import { listSlots } from '@/lib/availability/queries/slots';
import type { HoursInput } from '@/lib/availability/schema';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { asActor } from '../support/factories';

const make = withApplication();
const span = { startMinute: 540, endMinute: 720, visitTypes: ['video' as const] };
const week: HoursInput['weekly'] = [[span], [span], [span], [span], [span], [], []];
const input = (more: Partial<HoursInput> = {}): HoursInput => ({
  revision: 1,
  slotMinutes: 50,
  breakMinutes: 10,
  noticeMinutes: 0,
  horizonDays: 60,
  weekly: week,
  exceptions: {},
  ...more,
});

it('a doctor’s hours are replaced as a whole and make the slots', async () => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'Europe/Berlin' });
  expect(await saveHours(asActor(doctor), input())).toEqual({ ok: true, revision: 2 });
  const now = new Date('2026-11-20T12:00:00Z');
  const slots = await listSlots(
    asActor(await make.person()),
    doctor.id,
    { from: new Date('2026-11-23T00:00:00Z'), to: new Date('2026-11-24T00:00:00Z') },
    now,
  );
  expect(slots?.map(({ start }) => new Date(start).toISOString())).toEqual([
    '2026-11-23T08:00:00.000Z',
    '2026-11-23T09:00:00.000Z',
    '2026-11-23T10:00:00.000Z',
  ]);
});

it('of two editors at once the second is told', async () => {
  const doctor = asActor(await make.person({ role: 'DOCTOR' }));
  const results = await Promise.all([saveHours(doctor, input()), saveHours(doctor, input({ slotMinutes: 20 }))]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toEqual({ ok: false, code: 'hours_changed' });
});

it('a day off over booked visits is refused with the list of them, until they are gone', async () => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'Europe/Berlin' });
  const visit = await make.appointment({ doctor, startsAt: new Date('2027-03-01T22:59:00Z') });
  const off = input({ exceptions: { '2027-03-01': [] } });
  expect(await saveHours(asActor(doctor), off)).toMatchObject({
    code: 'day_off_has_visits',
    visits: [{ id: visit.id, patient: visit.patient.name }],
  });
  expect((await findHours(doctor.id))?.revision).toBe(1);
  // The second of March in Berlin begins at 23:00 UTC.
  expect(await saveHours(asActor(doctor), input({ exceptions: { '2027-03-02': [] } }))).toMatchObject({ ok: true });
  await cancelAppointment(asActor(doctor), { id: visit.id, revision: visit.revision }, new Date());
  expect(await saveHours(asActor(doctor), { ...off, revision: 2 })).toMatchObject({ ok: true });
  expect((await findHours(doctor.id))?.exceptions.get('2027-03-01')).toEqual([]);
});

it('are a doctor’s own', async () => {
  for (const role of ['PATIENT', 'ADMIN'] as const) {
    expect(await saveHours(asActor(await make.person({ role })), input())).toMatchObject({ code: 'forbidden' });
  }
});

it('a day off and a booking on it at once: one of the two is refused', async () => {
  for (let round = 0; round < 12; round++) {
    const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC' });
    const patient = asActor(await make.person());
    const date = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const booking = {
      doctorId: doctor.id,
      startsAt: `${date}T09:00:00.000Z`,
      visitType: 'video' as const,
      reason: 'x',
    };
    expect(await saveHours(asActor(doctor), input({ weekly: Array(7).fill([span]) }))).toMatchObject({ ok: true });
    const [hours, booked] = await Promise.all([
      saveHours(asActor(doctor), input({ revision: 2, weekly: Array(7).fill([span]), exceptions: { [date]: [] } })),
      bookAppointment(patient, booking),
    ]);
    expect([hours.ok, booked.ok].filter(Boolean)).toHaveLength(1);
    if (!hours.ok) expect(hours.code).toBe('day_off_has_visits');
    if (!booked.ok) expect(booked.code).toBe('outside_hours');
  }
});

it('a day off and a patient’s move to it at once: one of the two is refused', async () => {
  for (let round = 0; round < 20; round++) {
    const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC' });
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const startsAt = new Date(`${day(3)}T09:00:00.000Z`);
    const { id, revision, patient } = await make.appointment({ doctor, status: 'PENDING', startsAt });
    const weekly = Array(7).fill([span]);
    expect(await saveHours(asActor(doctor), input({ weekly }))).toMatchObject({ ok: true });
    const to = new Date(`${day(2)}T09:00:00.000Z`);
    const [hours, moved] = await Promise.all([
      saveHours(asActor(doctor), input({ revision: 2, weekly, exceptions: { [day(2)]: [] } })),
      moveAppointment(asActor(patient), { id, revision, startsAt: to }, new Date()),
    ]);
    expect([hours.ok, moved.ok].filter(Boolean)).toHaveLength(1);
    if (!hours.ok) expect(hours.code).toBe('day_off_has_visits');
    if (!moved.ok) expect(moved.code).toBe('outside_hours');
  }
});
