import { prisma, type Tx } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { applyChanges, type Change, changedMeanwhile } from '@/lib/appointments/commands/change';
import { type Changed, settle } from '@/lib/appointments/commands/write';
import { joinState } from '@/lib/appointments/policy';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import type { HandOverInput } from '@/lib/appointments/schema/hand-over';
import { mayHandOver } from '@/lib/appointments/transitions';
import { type AppointmentView, joinable, toView, view } from '@/lib/appointments/views/select';
import { lockTimeOf } from '@/lib/availability/commands/take-time';
import { takenTimes } from '@/lib/availability/queries/taken';
import type { Actor } from '@/lib/platform/actor';
import { type Problem, type Result, refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

/**
 * Gives appointments to another doctor, all or none: they keep their id, their time, their status and their room. Another time that a
 * patient asked for goes along where the new doctor is free then, and is dropped where not. The front desk's. A refusal because the
 * new doctor is taken names the starts of the appointments that collide (`conflicts`).
 */
export async function handOver(
  actor: Actor,
  { doctorId, visits }: HandOverInput,
  now: Date,
): Promise<Result<{ count: number }>> {
  if (actor.role !== 'admin') return refuse('forbidden');
  const seen = new Map(visits.map(({ id, revision }) => [id, revision]));
  return settle(() =>
    prisma().$transaction(
      async (tx) => {
        if (!(await lockDoctor(tx, doctorId))) return refuse('doctor_not_found');
        const found = await lockAppointments(tx, [...seen.keys()]);
        if (found.length < seen.size) return refuse('appointment_not_found');
        for (const visit of found) {
          const refusal = refusalFor(actor, visit, { doctorId, revision: seen.get(visit.id), now });
          if (refusal) return refusal;
        }
        // Everyone's time that this touches, at once: taken one by one, in the order of the visits, two could wait for each other.
        await lockTimeOf(tx, doctorId, ...found.flatMap(({ doctor, patient }) => [doctor.id, patient.id]));
        const taken = await takenTimes([doctorId], [...seen.keys()], tx);
        const collide = found.filter(({ id }) => taken.some((time) => time.id === id && time.kind === 'visit'));
        if (collide.length > 0) {
          return refuse('slot_taken', { conflicts: collide.map(({ startsAt }) => startsAt.toISOString()) });
        }
        const dropped = new Set(taken.map(({ id }) => id));
        const changes = found.map((visit) => giveChange(visit, doctorId, { drop: dropped.has(visit.id), now }));
        if (!(await applyChanges(tx, actor, changes, now))) throw new Error('a locked appointment changed');
        return { ok: true, count: found.length } as const;
      },
      // A doctor's whole half-year may go at once.
      { timeout: 30_000 },
    ),
  );
}

/** Gives one appointment to another doctor, and answers it. */
export async function handOverAppointment(
  actor: Actor,
  { id, revision, doctorId }: { id: string; revision: number; doctorId: string },
  now: Date,
): Promise<Changed> {
  if (!(await findManaged(actor, id))) return refuse('appointment_not_found');
  const result = await handOver(actor, { doctorId, visits: [{ id, revision }] }, now);
  if (!result.ok) return result;
  const appointment = await findManaged(actor, id);
  return appointment ? { ok: true, appointment } : refuse('appointment_not_found');
}

/** True for a doctor who can be booked, and who stays enabled until the transaction ends. */
async function lockDoctor(tx: Tx, doctorId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT p.id FROM person p JOIN doctor d ON d.person_id = p.id
    WHERE p.id = ${doctorId}::uuid AND p.disabled_at IS NULL FOR SHARE OF p`;
  return rows.length > 0;
}

/** The appointments as they stay until the transaction ends, by start. */
async function lockAppointments(tx: Tx, ids: string[]): Promise<AppointmentView[]> {
  await tx.$queryRaw`SELECT id FROM appointment WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.appointment.findMany({
    where: { id: { in: ids } },
    select: view,
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(toView);
}

function refusalFor(
  actor: Actor,
  visit: AppointmentView,
  { doctorId, revision, now }: { doctorId: string; revision: number | undefined; now: Date },
): Problem | null {
  const { status, startsAt, endsAt } = visit;
  const subject = { status, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
  const verdict = mayHandOver(subject, actor.role, now.getTime());
  if (verdict === 'appointment_changed' || visit.revision !== revision) return changedMeanwhile(visit);
  if (verdict !== 'ok') return refuse(verdict);
  return visit.doctor.id === doctorId ? refuse('same_doctor') : null;
}

/** The change that gives an appointment to another doctor; who had it leaves its call, where that is open. */
function giveChange(before: AppointmentView, doctorId: string, how: { drop: boolean; now: Date }): Change {
  const { id, revision, status, doctor } = before;
  const data = { doctorId, ...(how.drop && { proposedStartsAt: null, proposedEndsAt: null }) };
  const call = joinState(joinable(before), how.now.getTime(), settings().joinWindow);
  const followUp = async (tx: Tx) => {
    if (call.state === 'open') await addJob(tx, 'end_call_of_person', { appointmentId: id, personId: doctor.id });
  };
  return { before, revision, from: [status], data, action: 'appointment_handed_over', followUp };
}
