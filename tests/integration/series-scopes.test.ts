import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import {
  cancelAppointment,
  completeAppointment,
  confirmAppointment,
  declineAppointment,
} from '@/lib/appointments/commands/answer';
import { answerProposal, moveAppointment } from '@/lib/appointments/commands/move';
import type { Changed } from '@/lib/appointments/commands/write';
import { bookingInput } from '@/lib/appointments/schema/booking';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { nextClockChange } from '../support/clocks';
import { asActor, type TestPerson } from '../support/factories';

const make = withApplication();
const [HOUR, DAY] = [3_600_000, 86_400_000];
const WEEK = 7 * DAY;
/** Its clocks never change. */
const STEADY = 'Asia/Kathmandu';

interface SeriesWish {
  by: 'patient' | 'doctor';
  zone?: string;
  start?: number;
  twice?: 'first' | 'second';
}

/** A series of five weeks from the week after next; a patient's is pending, a doctor's confirmed. */
async function series({ by, zone = STEADY, start, twice }: SeriesWish) {
  const people = { doctor: await make.person({ role: 'DOCTOR', zone }), patient: await make.person() };
  const first = start ?? Temporal.Now.zonedDateTimeISO(zone).add({ days: 8 }).withPlainTime('10:00').epochMilliseconds;
  const input = bookingInput.parse({
    doctorId: people.doctor.id,
    patientId: people.patient.id,
    startsAt: new Date(first).toISOString(),
    visitType: 'video',
    reason: 'Physiotherapy',
    repeat: { frequency: 'weekly', count: 5, twice },
  });
  const result = await bookAppointment(asActor(people[by]), input);
  if (!result.ok) throw new Error(result.code);
  return { ...people, first, desk: await make.person({ role: 'ADMIN' }), visits: await rowsOf(people.doctor) };
}

const rowsOf = (doctor: TestPerson) =>
  prisma().appointment.findMany({ where: { doctorId: doctor.id, seriesId: { not: null } }, orderBy: { id: 'asc' } });
const statuses = async (doctor: TestPerson) => (await rowsOf(doctor)).map(({ status }) => status[0]).join('');
const starts = async (doctor: TestPerson) => (await rowsOf(doctor)).map(({ startsAt }) => +startsAt);
const entriesOf = (id: string) => prisma().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
const code = (result: Changed) => (result.ok ? 'ok' : result.code);

/** One of a list that is known to be long enough. */
function at<T>(list: T[], index: number): T {
  const item = list[index];
  if (!item) throw new Error(`nothing at ${index}`);
  return item;
}

describe('an answer to a series', () => {
  it.each([
    ['one', 'PPCPP'],
    ['following', 'PPCCC'],
    ['all', 'CCCCC'],
  ] as const)('confirms %s', async (scope, after) => {
    const { doctor, visits } = await series({ by: 'patient' });
    const { id, revision } = at(visits, 2);
    const result = await confirmAppointment(asActor(doctor), { id, revision, scope }, new Date());
    expect(result).toMatchObject({ ok: true, appointment: { id, status: 'confirmed', revision: 2 } });
    expect(result.ok && (result.series?.length ?? 1)).toBe(after.split('C').length - 1);
    expect(await statuses(doctor)).toBe(after);
  });

  it('declines with the note at each, keeps the scope in the history and leaves alone what it does not fit', async () => {
    const { doctor, visits } = await series({ by: 'patient' });
    await confirmAppointment(asActor(doctor), { id: at(visits, 1).id, revision: 1 }, new Date());
    const { id, seriesId } = at(visits, 0);
    await declineAppointment(asActor(doctor), { id, revision: 1, note: 'Away', scope: 'all' }, new Date());
    expect(await statuses(doctor)).toBe('DCDDD');
    const rows = await rowsOf(doctor);
    expect(rows.map(({ closingNote }) => closingNote)).toEqual(['Away', null, 'Away', 'Away', 'Away']);
    const last = (await entriesOf(at(visits, 4).id)).at(-1);
    expect(last).toMatchObject({ action: 'appointment_declined', after: { series: seriesId, scope: 'all' } });
    expect(await prisma().appointmentHold.count({ where: { doctorId: doctor.id } })).toBe(1);
  });

  it.each(['patient', 'doctor', 'desk'] as const)(
    'cancels pending and confirmed ones alike for the %s',
    async (who) => {
      const { visits, ...people } = await series({ by: 'patient' });
      await confirmAppointment(
        asActor(people.doctor),
        { id: at(visits, 1).id, revision: 1, scope: 'following' },
        new Date(),
      );
      const { id } = at(visits, 0);
      expect(code(await cancelAppointment(asActor(people[who]), { id, revision: 1, scope: 'all' }, new Date()))).toBe(
        'ok',
      );
      expect((await rowsOf(people.doctor)).every(({ status }) => status === 'CANCELED')).toBe(true);
      expect(await prisma().appointmentHold.count({ where: { doctorId: people.doctor.id } })).toBe(0);
    },
  );

  it('is nobody else’s: a patient confirms nothing, strangers find nothing', async () => {
    const { doctor, patient, visits } = await series({ by: 'patient' });
    const request = { id: at(visits, 0).id, revision: 1, scope: 'all' as const };
    expect(code(await confirmAppointment(asActor(patient), request, new Date()))).toBe('forbidden');
    for (const role of ['DOCTOR', 'PATIENT'] as const) {
      const stranger = asActor(await make.person({ role }));
      expect(code(await cancelAppointment(stranger, request, new Date()))).toBe('appointment_not_found');
    }
    expect(await statuses(doctor)).toBe('PPPPP');
  });

  it('leaves alone what has begun, and marks one visit at a time as over', async () => {
    const { doctor, visits } = await series({ by: 'doctor' });
    const now = new Date(+at(visits, 2).startsAt + HOUR);
    const { id } = at(visits, 3);
    await cancelAppointment(asActor(doctor), { id, revision: 1, scope: 'all' }, now);
    expect((await rowsOf(doctor)).map(({ status }) => status)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CONFIRMED',
      'CANCELED',
      'CANCELED',
    ]);
    await completeAppointment(asActor(doctor), { id: at(visits, 0).id, revision: 1, scope: 'all' }, now);
    expect((await rowsOf(doctor)).map(({ revision }) => revision)).toEqual([2, 1, 1, 2, 2]);
  });

  it('of two at once one wins, and the other does nothing', async () => {
    for (let round = 0; round < 5; round++) {
      const { doctor, patient, visits } = await series({ by: 'patient' });
      const [one, other] = await Promise.all([
        confirmAppointment(asActor(doctor), { id: at(visits, 0).id, revision: 1, scope: 'all' }, new Date()),
        cancelAppointment(asActor(patient), { id: at(visits, 4).id, revision: 1, scope: 'all' }, new Date()),
      ]);
      expect([code(one), code(other)].sort()).toEqual(['appointment_changed', 'ok']);
      const rows = await rowsOf(doctor);
      expect(rows.map(({ revision }) => revision)).toEqual([2, 2, 2, 2, 2]);
      expect(new Set(rows.map(({ status }) => status)).size).toBe(1);
    }
  });

  it('and changes of single visits at the same moment end without a deadlock', async () => {
    const { doctor, patient, visits } = await series({ by: 'patient' });
    const results = await Promise.all([
      ...visits.map(({ id }) => cancelAppointment(asActor(patient), { id, revision: 1 }, new Date())),
      confirmAppointment(asActor(doctor), { id: at(visits, 2).id, revision: 1, scope: 'all' }, new Date()),
      declineAppointment(asActor(doctor), { id: at(visits, 1).id, revision: 1, scope: 'following' }, new Date()),
    ]);
    expect(results.every((result) => ['ok', 'appointment_changed'].includes(code(result)))).toBe(true);
    expect((await rowsOf(doctor)).every(({ revision }) => revision === 2)).toBe(true);
  });
});

describe('a move of a series', () => {
  it.each([
    ['later the same day', 2 * HOUR],
    ['to where the next one is', WEEK],
    ['to where the one before is', -WEEK],
    ['by a few minutes', 10 * 60_000],
  ])('moves all at once: %s', async (_, by) => {
    const { doctor, visits, first } = await series({ by: 'doctor' });
    const { id, startsAt } = at(visits, 1);
    const move = { id, revision: 1, startsAt: new Date(+startsAt + by), scope: 'all' as const };
    const result = await moveAppointment(asActor(doctor), move, new Date());
    expect(code(result)).toBe('ok');
    expect(await starts(doctor)).toEqual([0, 1, 2, 3, 4].map((week) => first + week * WEEK + by));
    const holds = await prisma().appointmentHold.findMany({
      where: { doctorId: doctor.id },
      orderBy: { startsAt: 'asc' },
    });
    expect(holds.map(({ startsAt: held }) => +held)).toEqual((await starts(doctor)).sort());
    expect((await entriesOf(at(visits, 4).id)).at(-1)).toMatchObject({
      action: 'appointment_moved',
      after: { scope: 'all' },
    });
  });

  it('from here on leaves those before where they are, and keeps the wall clock over a change of clocks', async () => {
    const zone = 'Europe/Berlin';
    const change = nextClockChange(zone, 'forward').local.toPlainDate();
    const local = (days: number, time: string) =>
      change.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
    const { doctor, visits } = await series({ by: 'doctor', zone, start: local(-18, '09:00') });
    const { id } = at(visits, 2);
    // From the Wednesday before the change to the Thursday.
    const move = { id, revision: 1, startsAt: new Date(local(-3, '14:30')), scope: 'following' as const };
    expect(code(await moveAppointment(asActor(doctor), move, new Date()))).toBe('ok');
    expect(await starts(doctor)).toEqual([
      local(-18, '09:00'),
      local(-11, '09:00'),
      local(-3, '14:30'),
      local(4, '14:30'),
      local(11, '14:30'),
    ]);
  });

  it('that collides names the new dates, and nothing moves', async () => {
    const { doctor, patient, visits, first } = await series({ by: 'doctor' });
    await make.appointment({ doctor, startsAt: new Date(first + 2 * WEEK + DAY) });
    await make.appointment({ patient, startsAt: new Date(first + 4 * WEEK + DAY) });
    const before = await starts(doctor);
    const move = {
      id: at(visits, 1).id,
      revision: 1,
      startsAt: new Date(first + WEEK + DAY),
      scope: 'following' as const,
    };
    expect(await moveAppointment(asActor(doctor), move, new Date())).toEqual({
      ok: false,
      code: 'series_collision',
      conflicts: [2, 4].map((week) => new Date(first + week * WEEK + DAY).toISOString()),
    });
    expect(await starts(doctor)).toEqual(before);
    expect(
      await prisma().appointmentHold.count({
        where: { doctorId: doctor.id, startsAt: { in: before.map((ms) => new Date(ms)) } },
      }),
    ).toBe(5);
  });

  it('to a time that a change of clocks skips names it', async () => {
    const zone = 'Europe/Berlin';
    const { local, instants } = nextClockChange(zone, 'forward');
    const first = local.subtract({ weeks: 2 });
    const start = first.with({ hour: 12 }).toZonedDateTime(zone).epochMilliseconds;
    const { doctor, visits } = await series({ by: 'doctor', zone, start });
    const startsAt = new Date(first.toZonedDateTime(zone).epochMilliseconds);
    const move = { id: at(visits, 0).id, revision: 1, startsAt, scope: 'all' as const };
    expect(await moveAppointment(asActor(doctor), move, new Date())).toEqual({
      ok: false,
      code: 'series_time_skipped',
      conflicts: instants.map((instant) => new Date(instant).toISOString()),
    });
  });

  it.each(['following', 'all'] as const)('to the time that it has is refused, with %s', async (scope) => {
    const { doctor, patient, visits, first } = await series({ by: 'doctor' });
    const move = { id: at(visits, 1).id, revision: 1, startsAt: new Date(first + WEEK), scope };
    expect(await moveAppointment(asActor(doctor), move, new Date())).toEqual({ ok: false, code: 'same_time' });
    expect(await moveAppointment(asActor(patient), move, new Date())).toEqual({ ok: false, code: 'same_time' });
    expect((await rowsOf(doctor)).map(({ revision }) => revision)).toEqual([1, 1, 1, 1, 1]);
  });

  it('from the first to the second of two times that a clock shows alike leaves the others as they are', async () => {
    const zone = 'Europe/Berlin';
    const { local, instants } = nextClockChange(zone, 'back');
    const start = local.subtract({ weeks: 2 }).toZonedDateTime(zone).epochMilliseconds;
    const { doctor, visits } = await series({ by: 'doctor', zone, start, twice: 'first' });
    const [first = 0, second = 0] = instants;
    expect(+at(visits, 2).startsAt).toBe(first);
    const move = { id: at(visits, 2).id, revision: 1, startsAt: new Date(second), scope: 'all' as const };
    expect(code(await moveAppointment(asActor(doctor), move, new Date()))).toBe('ok');
    const rows = await rowsOf(doctor);
    expect(rows.map(({ revision }) => revision)).toEqual([1, 1, 2, 1, 1]);
    expect(+at(rows, 2).startsAt).toBe(second);
  });

  it('by the patient proposes for what is confirmed and moves what waits; the doctor answers all at once', async () => {
    const { doctor, patient, visits, first } = await series({ by: 'patient' });
    await confirmAppointment(asActor(doctor), { id: at(visits, 2).id, revision: 1, scope: 'following' }, new Date());
    const move = { id: at(visits, 0).id, revision: 1, startsAt: new Date(first + DAY), scope: 'all' as const };
    expect(code(await moveAppointment(asActor(patient), move, new Date()))).toBe('ok');
    const rows = await rowsOf(doctor);
    expect(rows.map(({ startsAt }) => (+startsAt - first) / DAY)).toEqual([1, 8, 14, 21, 28]);
    expect(rows.map(({ proposedStartsAt }) => proposedStartsAt && (+proposedStartsAt - first) / DAY)).toEqual([
      null,
      null,
      15,
      22,
      29,
    ]);
    expect(await prisma().appointmentHold.count({ where: { doctorId: doctor.id } })).toBe(8);

    const { id, revision } = at(rows, 3);
    expect(code(await answerProposal(asActor(doctor), { id, revision, scope: 'following' }, false, new Date()))).toBe(
      'ok',
    );
    const other = at(rows, 2);
    const accepted = await answerProposal(
      asActor(doctor),
      { id: other.id, revision: other.revision, scope: 'all' },
      true,
      new Date(),
    );
    expect(accepted.ok && accepted.series?.map((visit) => visit.id)).toEqual([other.id]);
    expect((await starts(doctor)).map((ms) => (ms - first) / DAY)).toEqual([1, 8, 15, 21, 28]);
  });

  it('by the patient keeps to the doctor’s hours, and cannot propose what a visit among them still holds', async () => {
    const { patient, visits, first } = await series({ by: 'doctor' });
    const { id } = at(visits, 0);
    const outside = { id, revision: 1, startsAt: new Date(first + 60_000), scope: 'all' as const };
    expect(await moveAppointment(asActor(patient), outside, new Date())).toMatchObject({
      code: 'series_collision',
      conflicts: { length: 5 },
    });
    const next = { id, revision: 1, startsAt: new Date(first + WEEK), scope: 'all' as const };
    expect(await moveAppointment(asActor(patient), next, new Date())).toMatchObject({
      code: 'series_collision',
      conflicts: [1, 2, 3, 4].map((week) => new Date(first + week * WEEK).toISOString()),
    });
  });

  it('of two at once one wins: nothing overlaps, nothing is half moved', async () => {
    const { doctor, visits, first } = await series({ by: 'doctor' });
    const to = (index: number, by: number) => ({
      id: at(visits, index).id,
      revision: 1,
      startsAt: new Date(first + index * WEEK + by),
      scope: 'all' as const,
    });
    const results = await Promise.all([
      moveAppointment(asActor(doctor), to(0, DAY), new Date()),
      moveAppointment(asActor(doctor), to(4, 2 * DAY), new Date()),
      moveAppointment(asActor(doctor), to(2, WEEK), new Date()),
    ]);
    expect(results.map(code).sort()).toEqual(['appointment_changed', 'appointment_changed', 'ok']);
    const by = new Set((await starts(doctor)).map((ms, index) => ms - first - index * WEEK));
    expect(by.size).toBe(1);
  });
});
