import type { Tx } from '@/lib/adapters/database';
import type { Change } from '@/lib/appointments/commands/change';
import { moveChange } from '@/lib/appointments/commands/move-change';
import { changeSeries } from '@/lib/appointments/commands/series';
import type { Changed } from '@/lib/appointments/commands/write';
import type { Repeat } from '@/lib/appointments/schema/booking';
import type { Scope } from '@/lib/appointments/schema/change';
import { shifted } from '@/lib/appointments/shift';
import { type MoveKind, moveKind } from '@/lib/appointments/transitions';
import { judge, refusalOf } from '@/lib/appointments/verdicts';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { assertHours } from '@/lib/availability/commands/take-time';
import type { Hours } from '@/lib/availability/policy';
import { heldTimes } from '@/lib/availability/queries/held';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { refuse } from '@/lib/platform/problems';

interface SeriesMove {
  /** The visit that the actor saw, and where it goes; the others with its doctor go along. */
  seen: AppointmentView;
  startsAt: Date;
  scope: Scope;
  twice?: Repeat['twice'];
}

/**
 * Moves visits of a series by as much as the one that was seen, on the clock and calendar of the doctor's zone, all or none. What stands
 * in the way is named by the new starts (`conflicts`).
 */
export async function moveSeries(actor: Actor, move: SeriesMove, now: Date): Promise<Changed> {
  const { seen, scope } = move;
  const hours = await findHours(seen.doctor.id);
  // Only a patient keeps to the hours: a doctor's visits can be moved when nobody new may book any more.
  if (!hours && actor.role === 'patient') return refuse('doctor_not_found');
  const changes = async (visits: AppointmentView[], tx: Tx) => {
    const list = targetsOf(actor, move, visits, now);
    const refusal = refusalOf(await judgeTargets(actor, hours, list, now, tx));
    if (refusal) return refusal;
    // A visit may go where its neighbour is now. Both give up their time first, and the updates take what is theirs then.
    await tx.appointmentHold.deleteMany({ where: { appointmentId: { in: list.map(({ visit }) => visit.id) } } });
    if (hours && actor.role === 'patient') await assertHours(tx, seen.doctor.id, hours.revision);
    return list.map(({ visit, start, as }): Change => moveChange(visit, new Date(start), as));
  };
  return changeSeries(actor, { seen, scope, changes }, now);
}

type Target = ReturnType<typeof targetsOf>[number];

function targetsOf(actor: Actor, { seen, startsAt, twice }: SeriesMove, visits: AppointmentView[], now: Date) {
  const way = { from: seen.startsAt.getTime(), to: startsAt.getTime() };
  return visits.flatMap((visit) => {
    const start = visit.startsAt.getTime();
    const as = moveKind({ status: visit.status, startsAt: start }, actor.role, now.getTime());
    if (!as || visit.doctor.id !== seen.doctor.id) return [];
    // Where the one that was seen goes is an instant already: nothing about it is left to ask.
    const target =
      visit.id === seen.id ? { start: way.to, kind: 'instant' as const } : shifted(start, way, seen.doctor.zone, twice);
    // From the first to the second of two times that a clock shows alike, only one visit has anywhere to go.
    if (target.kind === 'instant' && target.start === start) return [];
    return [{ ...target, visit, as: as as MoveKind }];
  });
}

/** The targets with what hinders each: others' time, and that of a visit among them which stays until the doctor accepts. */
async function judgeTargets(actor: Actor, hours: Hours | null, list: Target[], now: Date, tx: Tx) {
  const lengthOf = ({ visit }: Target) => visit.endsAt.getTime() - visit.startsAt.getTime();
  const [first] = list;
  if (!first) return [];
  const span = {
    from: Math.min(...list.map(({ start }) => start)),
    to: Math.max(...list.map((target) => target.start + lengthOf(target))),
  };
  const busy = await heldTimes({ doctorIds: [first.visit.doctor.id], patientId: first.visit.patient.id, ...span }, tx);
  const given = new Map(list.map(({ visit, as }) => [visit.id, as]));
  const stays = ({ appointmentId, kind }: { appointmentId: string; kind: string }) => {
    const as = given.get(appointmentId);
    return !as || (as === 'proposed' && kind === 'visit');
  };
  return list.map((target) => {
    const end = target.start + lengthOf(target);
    const taken = (start: number) =>
      busy.some(
        (held) => held.appointmentId !== target.visit.id && stays(held) && held.start < end && start < held.end,
      );
    const about = { role: actor.role, hours, visitType: target.visit.visitType, taken };
    return { ...target, hindrance: judge(target, about, now.getTime()) };
  });
}
