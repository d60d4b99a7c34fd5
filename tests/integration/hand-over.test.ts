import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { cancelAppointment } from '@/lib/appointments/commands/answer';
import { handOver, handOverAppointment } from '@/lib/appointments/commands/hand-over';
import { findCandidates } from '@/lib/appointments/queries/candidates';
import { comingVisits, doctorsWithVisits } from '@/lib/appointments/queries/coming-visits';
import { findAppointment } from '@/lib/appointments/queries/find-appointment';
import { listHistory } from '@/lib/appointments/queries/history';
import { joinCall } from '@/lib/calls/commands/join';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { asActor, type TestPerson } from '../support/factories';
import { knock } from '../support/tokens';

const make = withApplication();
const DAY = 24 * 60;
type Visit = Awaited<ReturnType<typeof make.appointment>>;

async function scene() {
  const [from, to] = [await make.person({ role: 'DOCTOR' }), await make.person({ role: 'DOCTOR' })];
  const admin = asActor(await make.person({ role: 'ADMIN' }));
  const visits = [
    await make.appointment({ doctor: from, startsIn: DAY }),
    await make.appointment({ doctor: from, startsIn: 2 * DAY, status: 'PENDING' }),
    await make.appointment({ doctor: from, startsIn: 3 * DAY }),
  ];
  const ask = (of: Visit[] = visits) => ({
    doctorId: to.id,
    visits: of.map(({ id, revision }) => ({ id, revision })),
  });
  return { from, to, admin, visits, ask };
}
const doctorsOf = async (visits: Visit[]) => {
  const rows = await prisma().appointment.findMany({
    where: { id: { in: visits.map(({ id }) => id) } },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(({ doctorId, revision }) => [doctorId, revision]);
};
const propose = (id: string, at: Date) =>
  prisma().appointment.update({
    where: { id },
    data: { proposedStartsAt: at, proposedEndsAt: new Date(+at + 30 * 60_000) },
  });

describe('handing over', () => {
  it('gives the visits to the other doctor: status and time stay, held time follows, the history says it', async () => {
    const { from, to, admin, visits, ask } = await scene();
    const seriesId = await make.series(from);
    await prisma().appointment.updateMany({ where: { id: visits[2]?.id }, data: { seriesId } });
    expect(await handOver(admin, ask(), new Date())).toEqual({ ok: true, count: 3 });
    const rows = await prisma().appointment.findMany({ where: { doctorId: to.id }, orderBy: { startsAt: 'asc' } });
    expect(rows).toMatchObject(
      visits.map(({ id, startsAt, endsAt, status }) => ({ id, startsAt, endsAt, status, revision: 2 })),
    );
    expect(rows.map((row) => row.seriesId)).toEqual([null, null, seriesId]);
    expect(await prisma().appointmentHold.count({ where: { doctorId: to.id } })).toBe(3);
    expect(await prisma().appointmentHold.count({ where: { doctorId: from.id } })).toBe(0);
    const [visit] = visits as [Visit];
    const [entry] = await prisma().auditEntry.findMany({ where: { subjectId: visit.id } });
    expect(entry).toMatchObject({
      action: 'appointment_handed_over',
      actorId: admin.id,
      before: { doctorId: from.id, revision: 1 },
      after: { doctorId: to.id, revision: 2 },
    });
    expect(await listHistory(asActor(visit.patient), visit.id)).toMatchObject([
      { action: 'appointment_handed_over', doctorBefore: from.name, doctorAfter: to.name },
    ]);
  });

  it('is refused as a whole when the other doctor is taken at one of the times, which is named', async () => {
    const { from, to, admin, visits, ask } = await scene();
    const [, second] = visits as [Visit, Visit];
    await make.appointment({ doctor: to, startsAt: new Date(+second.startsAt + 10 * 60_000) });
    expect(await handOver(admin, ask(), new Date())).toEqual({
      ok: false,
      code: 'slot_taken',
      conflicts: [second.startsAt.toISOString()],
    });
    expect(await doctorsOf(visits)).toEqual(visits.map(() => [from.id, 1]));
    expect(await handOver(admin, ask(visits.filter((visit) => visit !== second)), new Date())).toEqual({
      ok: true,
      count: 2,
    });
  });

  it('is refused as a whole when one of them changed meanwhile, or is over', async () => {
    const { from, admin, visits, ask } = await scene();
    const [, , last] = visits as [Visit, Visit, Visit];
    await cancelAppointment(asActor(last.patient), { id: last.id, revision: 1 }, new Date());
    expect(await handOver(admin, ask(), new Date())).toEqual({
      ok: false,
      code: 'appointment_changed',
      current: { status: 'canceled', revision: 2 },
    });
    expect(await doctorsOf(visits)).toEqual([
      [from.id, 1],
      [from.id, 1],
      [from.id, 2],
    ]);
    const ended = await make.appointment({ doctor: from, startsIn: -60 });
    const unanswered = await make.appointment({ doctor: from, startsIn: -5, status: 'PENDING' });
    for (const visit of [ended, unanswered]) {
      expect(await handOver(admin, ask([visit]), new Date())).toEqual({ ok: false, code: 'appointment_over' });
    }
  });

  it('needs another doctor who is enabled', async () => {
    const { from, admin, visits, ask } = await scene();
    const gone = await make.person({ role: 'DOCTOR', disabledAt: new Date() });
    for (const doctorId of [gone.id, visits[0]?.patient.id ?? '', randomUUID()]) {
      expect(await handOver(admin, { ...ask(), doctorId }, new Date())).toEqual({
        ok: false,
        code: 'doctor_not_found',
      });
    }
    expect(await handOver(admin, { ...ask(), doctorId: from.id }, new Date())).toEqual({
      ok: false,
      code: 'same_doctor',
    });
  });

  it('is the front desk’s', async () => {
    const { from, to, visits, ask } = await scene();
    const [visit] = visits as [Visit];
    const one = { id: visit.id, revision: 1, doctorId: to.id };
    for (const party of [from, visit.patient]) {
      expect(await handOver(asActor(party), ask(), new Date())).toEqual({ ok: false, code: 'forbidden' });
      expect(await handOverAppointment(asActor(party), one, new Date())).toEqual({ ok: false, code: 'forbidden' });
    }
    for (const stranger of [to, await make.person()]) {
      expect(await handOverAppointment(asActor(stranger), one, new Date())).toEqual({
        ok: false,
        code: 'appointment_not_found',
      });
    }
    expect(await doctorsOf(visits)).toEqual(visits.map(() => [from.id, 1]));
  });

  it('takes another time that was asked for along where the new doctor is free then, and drops it where not', async () => {
    const { to, admin, visits, ask } = await scene();
    const [first, , last] = visits as [Visit, Visit, Visit];
    const [free, taken] = [new Date(+first.startsAt + 5 * 3_600_000), new Date(+last.startsAt + 5 * 3_600_000)];
    await make.appointment({ doctor: to, startsAt: taken });
    await propose(first.id, free);
    await propose(last.id, taken);
    expect(await handOver(admin, ask([first, last]), new Date())).toEqual({ ok: true, count: 2 });
    const asked = async (id: string) => (await prisma().appointment.findUnique({ where: { id } }))?.proposedStartsAt;
    expect(await asked(first.id)).toEqual(free);
    expect(await asked(last.id)).toBeNull();
    expect(await prisma().appointmentHold.count({ where: { doctorId: to.id, startsAt: free } })).toBe(1);
  });
});

describe('whose visit it is afterwards', () => {
  it('the former doctor sees it no more and gets into no call of it; the new one does', async () => {
    const { from, to, admin, ask } = await scene();
    const visit = await make.appointment({ doctor: from, startsIn: -5 });
    const { id } = visit;
    const before = await joinCall(asActor(from), id, new Date());
    expect(before.ok).toBe(true);
    expect(await handOver(admin, ask([visit]), new Date())).toEqual({ ok: true, count: 1 });
    expect(await findAppointment(asActor(from), id)).toBeNull();
    expect(await joinCall(asActor(from), id, new Date())).toEqual({ ok: false, code: 'appointment_not_found' });
    const ticket = await joinCall(asActor(to), id, new Date());
    expect(ticket.ok && (await knock(ticket.ticket.token))).toBe(200);
    expect((await joinCall(asActor(visit.patient), id, new Date())).ok).toBe(true);
    const jobs = await prisma().$queryRaw`SELECT j.payload FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'end_call_of_person' AND j.payload->>'appointmentId' = ${id}`;
    expect(jobs).toEqual([{ payload: { appointmentId: id, personId: from.id } }]);
    const mails = await prisma().$queryRaw`SELECT j.payload FROM graphile_worker._private_jobs j
      WHERE j.key LIKE ${`visit_mail:${id}:%`} ORDER BY j.id`;
    const mail = (personId: string, role: string, news: string) => ({
      payload: { appointmentId: id, personId, role, news },
    });
    expect(mails).toEqual([
      mail(visit.patient.id, 'patient', 'handed_over'),
      mail(to.id, 'doctor', 'confirmed'),
      mail(from.id, 'former_doctor', 'handed_over'),
    ]);
  });

  it('the front desk finds what is to come of a doctor, disabled too, and who is free for it', async () => {
    const { from, to, admin, visits } = await scene();
    const [first, second] = visits as [Visit, Visit];
    await prisma().person.update({ where: { id: from.id }, data: { disabledAt: new Date() } });
    await make.appointment({ doctor: from, startsIn: -DAY });
    const busy = await make.person({ role: 'DOCTOR', hours: [] });
    await make.appointment({ doctor: busy, startsAt: second.startsAt });
    const now = new Date();
    const found = await comingVisits(admin, from.id, now);
    expect(found?.visits.map(({ id, reason }) => [id, reason])).toEqual(visits.map(({ id }) => [id, '']));
    expect(await doctorsWithVisits(admin, now)).toContainEqual(
      expect.objectContaining({ id: from.id, disabled: true, count: 3 }),
    );
    const candidates = await findCandidates(found?.doctor ?? { id: '', specialty: '' }, found?.visits ?? []);
    const of = ({ id }: TestPerson) => candidates.find((candidate) => candidate.id === id);
    expect(of(to)).toMatchObject({ taken: [], outside: [] });
    expect(of(busy)).toMatchObject({ taken: [second.id], outside: visits.map(({ id }) => id) });
    expect(of(from)).toBeUndefined();
    for (const other of [from, first.patient]) {
      expect(await comingVisits(asActor(other), from.id, now)).toBeNull();
      expect(await doctorsWithVisits(asActor(other), now)).toEqual([]);
    }
  });
});

describe('at the same moment', () => {
  it('a booking of the new doctor at one of the times: one of the two is refused', async () => {
    for (let round = 0; round < 12; round++) {
      const { to, admin, visits, ask } = await scene();
      const [, , last] = visits as [Visit, Visit, Visit];
      const booking = { doctorId: to.id, visitType: 'video' as const, reason: 'x' };
      const desk = { ...booking, patientId: (await make.person()).id, startsAt: last.startsAt.toISOString() };
      const [handed, booked] = await Promise.all([
        handOver(admin, ask(), new Date()),
        bookAppointment(asActor(to), desk),
      ]);
      expect([handed.ok, booked.ok].filter(Boolean)).toHaveLength(1);
      for (const result of [handed, booked]) if (!result.ok) expect(result.code).toBe('slot_taken');
      expect(await prisma().appointment.count({ where: { doctorId: to.id } })).toBe(handed.ok ? 3 : 1);
    }
  });

  it('a canceling by the patient, and another hand-over: one wins, nothing is half done, nobody waits for ever', async () => {
    for (let round = 0; round < 8; round++) {
      const { from, admin, visits, ask } = await scene();
      const third = await make.person({ role: 'DOCTOR' });
      const [first] = visits as [Visit];
      const [one, other, canceled] = await Promise.all([
        handOver(admin, ask(), new Date()),
        handOver(admin, { ...ask([...visits].reverse()), doctorId: third.id }, new Date()),
        cancelAppointment(asActor(first.patient), { id: first.id, revision: 1 }, new Date()),
      ]);
      expect([one.ok, other.ok, canceled.ok].filter(Boolean)).toHaveLength(1);
      const doctors = new Set((await doctorsOf(visits)).map(([doctor]) => doctor));
      expect(doctors.size).toBe(1);
      expect(doctors.has(from.id)).toBe(canceled.ok);
    }
  });

  it('bookings of the same people around it do not wait for it while it waits for them', async () => {
    // Whose time is locked first goes by the ids: patients who came before their doctors.
    const patients = [await make.person(), await make.person(), await make.person(), await make.person()];
    const { from, to, admin, ask } = await scene();
    for (let round = 0; round < 5; round++) {
      const at = (minutes: number) => new Date(Date.now() + ((round + 5) * DAY + minutes) * 60_000);
      const visits: Visit[] = [];
      for (const [index, patient] of patients.entries()) {
        visits.push(await make.appointment({ doctor: from, patient, startsAt: at(index * 60) }));
      }
      const bookings = patients.flatMap((patient, index) =>
        [from, to].map((doctor, which) => ({
          doctor,
          patientId: patient.id,
          startsAt: at(400 + index * 120 + which * 60),
        })),
      );
      const results = await Promise.all([
        handOver(admin, ask(visits), new Date()),
        ...bookings.map(({ doctor, patientId, startsAt }) => {
          const booking = { doctorId: doctor.id, patientId, startsAt: startsAt.toISOString() };
          return bookAppointment(asActor(doctor), { ...booking, visitType: 'video', reason: 'x' });
        }),
      ]);
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
    }
  });
});
