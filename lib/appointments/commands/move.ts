import type { Tx } from '@/lib/adapters/database';
import { type Change, change, changedMeanwhile } from '@/lib/appointments/commands/change';
import { answerChange, moveChange } from '@/lib/appointments/commands/move-change';
import { moveSeries } from '@/lib/appointments/commands/move-series';
import { changeSeries } from '@/lib/appointments/commands/series';
import type { Changed } from '@/lib/appointments/commands/write';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import type { Repeat } from '@/lib/appointments/schema/booking';
import type { Scope } from '@/lib/appointments/schema/change';
import { moveKind } from '@/lib/appointments/transitions';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { assertHours, byCurrentHours } from '@/lib/availability/commands/take-time';
import { slotAt } from '@/lib/availability/policy';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { refuse } from '@/lib/platform/problems';

interface MoveRequest {
  id: string;
  startsAt: Date;
  /** The revision that the actor saw. */
  revision: number;
  /** The part of a series that moves along. */
  scope?: Scope;
  /** The one that is meant of two times, for others over which the clocks go back. */
  twice?: Repeat['twice'];
}

/**
 * Moves an appointment, which keeps its id, its length and its room. A patient's move of a confirmed visit is a proposal: the visit
 * stays, the new time is held, until the doctor answers or one of the two times comes.
 */
export const moveAppointment = (actor: Actor, request: MoveRequest, now: Date): Promise<Changed> =>
  byCurrentHours(() => move(actor, request, now));

async function move(actor: Actor, request: MoveRequest, now: Date): Promise<Changed> {
  const { id, startsAt, revision, scope = 'one', twice } = request;
  const before = await findManaged(actor, id);
  if (!before) return refuse('appointment_not_found');
  if (before.revision !== revision) return changedMeanwhile(before);
  const kind = moveKind({ status: before.status, startsAt: before.startsAt.getTime() }, actor.role, now.getTime());
  if (!kind) return refuse(before.startsAt <= now ? 'appointment_over' : 'appointment_changed', currentOf(before));
  // Whoever moves nothing would ask the other side about nothing, or take back a proposal unasked.
  if (startsAt.getTime() === before.startsAt.getTime()) return refuse('same_time');
  if (scope !== 'one' && before.seriesId) return moveSeries(actor, { seen: before, startsAt, scope, twice }, now);
  if (startsAt <= now) return refuse('in_the_past');
  const moved = moveChange(before, startsAt, kind);
  return actor.role === 'patient' ? moveWithinHours(actor, moved, startsAt, now) : change(actor, moved, now);
}

/** Moves a patient's visit within the doctor's hours, also within those that are saved at this moment. */
async function moveWithinHours(actor: Actor, moved: Change, startsAt: Date, now: Date): Promise<Changed> {
  const { doctor, visitType } = moved.before;
  const hours = await findHours(doctor.id);
  if (!hours) return refuse('doctor_not_found');
  const slot = slotAt(hours, startsAt.getTime(), visitType, now.getTime());
  if (typeof slot === 'string') return refuse(slot);
  const followUp = async (tx: Tx) => {
    await moved.followUp?.(tx);
    await assertHours(tx, doctor.id, hours.revision);
  };
  return change(actor, { ...moved, followUp }, now);
}

const currentOf = ({ status, revision }: AppointmentView) => ({ current: { status, revision } });

interface ProposalAnswer {
  id: string;
  revision: number;
  /** The part of a series; the others are those with a proposal that is still open. */
  scope?: Scope;
}

/** A doctor's answer to a proposed time: accepted, the visit moves there; declined, it stays where it is. */
export async function answerProposal(
  actor: Actor,
  { id, revision, scope = 'one' }: ProposalAnswer,
  accept: boolean,
  now: Date,
): Promise<Changed> {
  const before = await findManaged(actor, id);
  if (!before) return refuse('appointment_not_found');
  if (actor.role !== 'doctor') return refuse('forbidden');
  const { proposedStartsAt } = before;
  if (before.revision !== revision || !proposedStartsAt) return changedMeanwhile(before);
  if (before.startsAt <= now || proposedStartsAt <= now) return refuse('appointment_over', currentOf(before));
  if (scope === 'one' || !before.seriesId) return change(actor, answerChange(before, accept), now);
  const open = ({ proposedStartsAt: at, status }: AppointmentView) => status === 'confirmed' && at && at > now;
  const changes = async (visits: AppointmentView[]) => visits.filter(open).map((visit) => answerChange(visit, accept));
  return changeSeries(actor, { seen: before, scope, changes }, now);
}
