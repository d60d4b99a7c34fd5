import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { bookingInput } from '@/lib/appointments/schema/booking';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { nextClockChange } from '../support/clocks';
import { asActor, type TestPerson } from '../support/factories';

const make = withApplication();
const WEEK = 7 * 86_400_000;
/** Its clocks never change, so that a week is as long as the one before. */
const STEADY = 'Asia/Kathmandu';

/** A time of day in the week after next, by the clock of a zone. */
const soon = (zone: string, time = '10:00') =>
  Temporal.Now.zonedDateTimeISO(zone).add({ days: 8 }).withPlainTime(time).epochMilliseconds;
const iso = (ms: number) => new Date(ms).toISOString();
const weekly = { frequency: 'weekly' as const, count: 4 };

function ask(doctor: TestPerson, start: number, repeat: object, more: object = {}) {
  return bookingInput.parse({
    doctorId: doctor.id,
    startsAt: iso(start),
    visitType: 'video',
    reason: 'Physiotherapy',
    repeat,
    ...more,
  });
}
const visitsOf = (doctor: TestPerson) =>
  prisma().appointment.findMany({ where: { doctorId: doctor.id }, orderBy: { startsAt: 'asc' } });
const seriesOf = (doctor: TestPerson) =>
  prisma().appointmentSeries.count({ where: { appointments: { some: { doctorId: doctor.id } } } });

describe('a series', () => {
  it('of a patient is a request at every date, with an audit entry and a job each', async () => {
    const [doctor, patient] = [await make.person({ role: 'DOCTOR', zone: STEADY }), await make.person()];
    const start = soon(STEADY);
    const result = await bookAppointment(asActor(patient), ask(doctor, start, weekly));
    if (!result.ok) throw new Error(result.code);
    const rows = await visitsOf(doctor);
    expect(rows.map(({ startsAt, status }) => [+startsAt, status])).toEqual(
      [0, 1, 2, 3].map((week) => [start + week * WEEK, 'PENDING']),
    );
    const { appointment } = result;
    expect(appointment).toMatchObject({ startsAt: iso(start), status: 'pending', seriesId: rows[0]?.seriesId });
    expect(appointment.series?.appointments.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    const ids = rows.map(({ id }) => id);
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: { in: ids } } });
    expect(entries.map(({ after }) => (after as { series: string }).series)).toEqual(
      ids.map(() => appointment.seriesId),
    );
    const jobs = await prisma().$queryRaw<
      unknown[]
    >`SELECT key FROM graphile_worker.jobs WHERE key = ANY(${ids.map((id) => `expire:${id}`)})`;
    expect(jobs).toHaveLength(4);
    expect(await prisma().appointmentSeries.findUnique({ where: { id: appointment.seriesId ?? '' } })).toMatchObject({
      rule: 'FREQ=WEEKLY;COUNT=4',
      zone: STEADY,
      createdById: patient.id,
    });
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu'])(
    'of a doctor in %s stays at the wall clock for a year',
    async (zone) => {
      const [doctor, patient] = [await make.person({ role: 'DOCTOR', zone }), await make.person()];
      const input = ask(doctor, soon(zone, '09:30'), { frequency: 'weekly', count: 52 }, { patientId: patient.id });
      const result = await bookAppointment(asActor(doctor), input);
      expect(result).toMatchObject({ ok: true, appointment: { status: 'confirmed' } });
      const clocks = await prisma().$queryRaw<{ clock: string; n: bigint }[]>`
        SELECT to_char(starts_at AT TIME ZONE ${zone}, 'ID HH24:MI') AS clock, count(*) AS n
        FROM appointment WHERE doctor_id = ${doctor.id}::uuid GROUP BY 1`;
      expect(clocks).toEqual([{ clock: expect.stringMatching(/ 09:30$/), n: 52n }]);
    },
  );

  it('that collides is refused with the dates, and nothing of it is booked', async () => {
    const [doctor, patient] = [await make.person({ role: 'DOCTOR', zone: STEADY }), await make.person()];
    const start = soon(STEADY);
    const mine = await make.appointment({ doctor, startsAt: new Date(start + WEEK) });
    const theirs = await make.appointment({ patient, startsAt: new Date(start + 3 * WEEK + 600_000) });
    const input = ask(doctor, start, weekly);
    const conflicts = [iso(start + WEEK), iso(start + 3 * WEEK)];
    expect(await bookAppointment(asActor(patient), input)).toEqual({ ok: false, code: 'series_collision', conflicts });
    expect((await visitsOf(doctor)).map(({ id }) => id)).toEqual([mine.id]);
    expect(await seriesOf(doctor)).toBe(0);

    const others = await bookAppointment(asActor(patient), ask(doctor, start, { ...weekly, except: conflicts }));
    expect(others).toMatchObject({ ok: true, appointment: { startsAt: iso(start) } });
    expect(others.ok && others.appointment.series?.appointments.map(({ startsAt }) => startsAt)).toEqual([
      iso(start),
      iso(start + 2 * WEEK),
    ]);
    expect(await prisma().appointment.count({ where: { id: theirs.id, status: 'CONFIRMED' } })).toBe(1);
  });

  it('of a patient keeps to the hours, the notice and the horizon; a doctor’s need not', async () => {
    const doctor = await make.person({
      role: 'DOCTOR',
      zone: STEADY,
      hours: [{ weekday: 1, startMinute: 540, endMinute: 720 }],
    });
    const patient = await make.person();
    const monday = Temporal.Now.zonedDateTimeISO(STEADY).add({ days: 8 });
    const start = monday.add({ days: 8 - monday.dayOfWeek }).withPlainTime('09:00').epochMilliseconds;
    // The horizon is 60 days.
    const far = await bookAppointment(asActor(patient), ask(doctor, start, { frequency: 'weekly', count: 12 }));
    expect(far).toMatchObject({ code: 'series_collision' });
    expect(far.ok ? [] : far.conflicts?.every((at) => Date.parse(at) > Date.now() + 58 * 86_400_000)).toBe(true);
    expect(await bookAppointment(asActor(patient), ask(doctor, start + 60_000, weekly))).toMatchObject({
      code: 'series_collision',
      conflicts: [0, 1, 2, 3].map((week) => iso(start + 60_000 + week * WEEK)),
    });
    expect(await bookAppointment(asActor(patient), ask(doctor, start, weekly))).toMatchObject({ ok: true });
    const own = ask(doctor, start + 9 * 3_600_000, { frequency: 'weekly', count: 20 }, { patientId: patient.id });
    expect(await bookAppointment(asActor(doctor), own)).toMatchObject({ ok: true });
  });

  it('at a time that a change of clocks skips or repeats is refused with the dates', async () => {
    const [doctor, patient] = [await make.person({ role: 'DOCTOR', zone: 'Europe/Berlin' }), await make.person()];
    const zone = 'Europe/Berlin';
    const book = (before: Temporal.PlainDateTime, repeat: object) =>
      bookAppointment(
        asActor(doctor),
        ask(doctor, before.subtract({ weeks: 1 }).toZonedDateTime(zone).epochMilliseconds, repeat, {
          patientId: patient.id,
        }),
      );
    const spring = nextClockChange(zone, 'forward');
    const conflicts = spring.instants.map(iso);
    expect(await book(spring.local, weekly)).toEqual({ ok: false, code: 'series_time_skipped', conflicts });
    expect(await book(spring.local, { ...weekly, except: conflicts })).toMatchObject({ ok: true });
    const autumn = nextClockChange(zone, 'back');
    const [first = 0, second = 0] = autumn.instants;
    expect(await book(autumn.local, weekly)).toEqual({
      ok: false,
      code: 'series_time_ambiguous',
      conflicts: [iso(first)],
    });
    const answer = await book(autumn.local, { ...weekly, twice: 'second' });
    expect(answer.ok && answer.appointment.series?.appointments[1]?.startsAt).toBe(iso(second));
  });

  it('is two visits at least and 52 at the most, and one of them stays when dates are left out', async () => {
    const [doctor, patient] = [await make.person({ role: 'DOCTOR', zone: STEADY }), await make.person()];
    const start = soon(STEADY);
    const book = (repeat: object) =>
      bookAppointment(asActor(doctor), ask(doctor, start, repeat, { patientId: patient.id }));
    expect(await book({ frequency: 'weekly', until: iso(start).slice(0, 10) })).toMatchObject({
      code: 'series_too_short',
    });
    expect(await book({ frequency: 'weekly', until: '2020-01-01' })).toMatchObject({ code: 'series_too_short' });
    expect(await book({ frequency: 'weekly', count: 2, except: [iso(start), iso(start + WEEK)] })).toMatchObject({
      code: 'series_too_short',
    });
    expect(await book({ frequency: 'weekly', until: iso(start + 60 * WEEK).slice(0, 10) })).toMatchObject({
      code: 'series_too_long',
    });
    expect(await visitsOf(doctor)).toEqual([]);
  });

  it('asked for twice under one key is one series; another under the same key is refused', async () => {
    const [doctor, patient] = [await make.person({ role: 'DOCTOR', zone: STEADY }), await make.person()];
    const key = randomUUID();
    const input = ask(doctor, soon(STEADY), weekly);
    const [one, other] = await Promise.all([1, 2].map(() => bookAppointment(asActor(patient), input, { key })));
    expect(one).toMatchObject({ ok: true });
    expect(JSON.parse(JSON.stringify(other))).toEqual(JSON.parse(JSON.stringify(one)));
    expect(await visitsOf(doctor)).toHaveLength(4);
    const longer = ask(doctor, soon(STEADY), { ...weekly, count: 5 });
    expect(await bookAppointment(asActor(patient), longer, { key })).toMatchObject({ code: 'key_reused' });
  });

  it('of twenty patients who want the same dates at once is whole for whoever gets it, and nothing for the others', async () => {
    const doctor = await make.person({ role: 'DOCTOR', zone: STEADY, slotMinutes: 60, breakMinutes: 0 });
    const patients = await Promise.all(Array.from({ length: 20 }, () => make.person()));
    const first = soon(STEADY);
    // Their weeks overlap in part: each begins at one of three weeks.
    const results = await Promise.all(
      patients.map((patient, index) =>
        bookAppointment(asActor(patient), ask(doctor, first + (index % 3) * WEEK, weekly)),
      ),
    );
    const won = results.filter((result) => result.ok);
    expect(won).toHaveLength(1);
    const rows = await visitsOf(doctor);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ seriesId }) => seriesId)).size).toBe(1);
    const lost = results.filter((result) => !result.ok);
    expect(lost.every(({ code, conflicts = [] }) => code === 'series_collision' && conflicts.length > 0)).toBe(true);
    expect(
      await prisma().appointmentSeries.count({ where: { createdById: { in: patients.map(({ id }) => id) } } }),
    ).toBe(1);
  });
});
