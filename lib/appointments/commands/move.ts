import type { Tx } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { type Changed, change, changedMeanwhile, closeRoomNow, expireAt } from '@/lib/appointments/commands/write';
import { findManaged } from '@/lib/appointments/queries';
import { moveKind } from '@/lib/appointments/transitions';
import type { AppointmentView } from '@/lib/appointments/views';
import { slotAt } from '@/lib/availability/policy';
import { findHours } from '@/lib/availability/queries';
import type { Actor } from '@/lib/platform/actor';
import { type Problem, refuse } from '@/lib/platform/problems';

interface MoveRequest {
  id: string;
  startsAt: Date;
  /** The revision that the actor saw. */
  revision: number;
}

/** Whether a new time may be asked for at all: a patient keeps to the doctor's hours, nobody moves into the past. */
async function timeRefusal(actor: Actor, before: AppointmentView, startsAt: Date, now: Date): Promise<Problem | null> {
  if (startsAt <= now) return refuse('in_the_past');
  if (actor.role !== 'patient') return null;
  const hours = await findHours(before.doctor.id);
  if (!hours) return refuse('doctor_not_found');
  const slot = slotAt(hours, startsAt.getTime(), before.visitType, now.getTime());
  return typeof slot === 'string' ? refuse(slot) : null;
}

/**
 * Moves an appointment, which keeps its id, its length and its room. A patient's move of a confirmed visit is a proposal: the visit
 * stays, the new time is held, until the doctor answers or one of the two times comes.
 */
export async function moveAppointment(
  actor: Actor,
  { id, startsAt, revision }: MoveRequest,
  now = new Date(),
): Promise<Changed> {
  const before = await findManaged(actor, id);
  if (!before) return refuse('appointment_not_found');
  if (before.revision !== revision) return changedMeanwhile(before);
  const kind = moveKind({ status: before.status, startsAt: before.startsAt.getTime() }, actor.role, now.getTime());
  if (!kind) return refuse(before.startsAt <= now ? 'appointment_over' : 'appointment_changed', currentOf(before));
  const refusal = await timeRefusal(actor, before, startsAt, now);
  if (refusal) return refusal;
  const endsAt = new Date(startsAt.getTime() + before.endsAt.getTime() - before.startsAt.getTime());
  const from = [before.status];
  if (kind === 'proposed') {
    const data = { proposedStartsAt: startsAt, proposedEndsAt: endsAt };
    const lapses = new Date(Math.min(startsAt.getTime(), before.startsAt.getTime()));
    const then = (tx: Tx) => lapseAt(tx, id, lapses);
    return change(actor, { before, revision, from, data, action: 'move_proposed', then }, now);
  }
  const data = { startsAt, endsAt, proposedStartsAt: null, proposedEndsAt: null };
  const then = async (tx: Tx) => {
    if (before.status === 'pending') await expireAt(tx, id, startsAt);
    // A call under way by the old time ends; by the new one it opens when that comes.
    else await closeRoomNow(tx, id);
  };
  return change(actor, { before, revision, from, data, action: 'appointment_moved', then }, now);
}

const currentOf = ({ status, revision }: AppointmentView) => ({ current: { status, revision } });

const lapseAt = (tx: Tx, id: string, runAt: Date) =>
  addJob(tx, 'lapse_proposal', { appointmentId: id }, { key: `lapse:${id}`, runAt });

interface ProposalAnswer {
  id: string;
  revision: number;
}

/** A doctor's answer to a proposed time: accepted, the visit moves there; declined, it stays where it is. */
export async function answerProposal(
  actor: Actor,
  { id, revision }: ProposalAnswer,
  accept: boolean,
  now = new Date(),
): Promise<Changed> {
  const before = await findManaged(actor, id);
  if (!before) return refuse('appointment_not_found');
  if (actor.role !== 'doctor') return refuse('forbidden');
  const { proposedStartsAt, proposedEndsAt } = before;
  if (before.revision !== revision || !proposedStartsAt || !proposedEndsAt) return changedMeanwhile(before);
  if (before.startsAt <= now || proposedStartsAt <= now) return refuse('appointment_over', currentOf(before));
  const moved = accept ? { startsAt: proposedStartsAt, endsAt: proposedEndsAt } : {};
  const data = { ...moved, proposedStartsAt: null, proposedEndsAt: null };
  const action = accept ? 'proposal_accepted' : 'proposal_declined';
  const then = accept ? (tx: Tx) => closeRoomNow(tx, id) : undefined;
  return change(actor, { before, revision, from: ['confirmed'], data, action, then }, now);
}
