import type { Tx } from '@/lib/adapters/database';
import type { Change } from '@/lib/appointments/commands/change';
import { closeRoomNow, expireAt, lapseAt } from '@/lib/appointments/commands/jobs';
import type { MoveKind } from '@/lib/appointments/transitions';
import type { AppointmentView } from '@/lib/appointments/views/select';

/** The change that a new time makes of an appointment, which keeps its id, its length and its room. */
export function moveChange(before: AppointmentView, startsAt: Date, kind: MoveKind): Change {
  const { id, revision, status } = before;
  const endsAt = new Date(startsAt.getTime() + before.endsAt.getTime() - before.startsAt.getTime());
  const from = [status];
  if (kind === 'proposed') {
    const data = { proposedStartsAt: startsAt, proposedEndsAt: endsAt };
    const lapses = new Date(Math.min(startsAt.getTime(), before.startsAt.getTime()));
    const followUp = (tx: Tx) => lapseAt(tx, id, lapses);
    return { before, revision, from, data, action: 'move_proposed', followUp };
  }
  const data = { startsAt, endsAt, proposedStartsAt: null, proposedEndsAt: null };
  const followUp = async (tx: Tx) => {
    if (status === 'pending') await expireAt(tx, id, startsAt);
    // A call under way by the old time ends; by the new one it opens when that comes.
    else await closeRoomNow(tx, id);
  };
  return { before, revision, from, data, action: 'appointment_moved', followUp };
}

/** The change that a doctor's answer to a proposed time makes of a visit. */
export function answerChange(before: AppointmentView, accept: boolean): Change {
  const { id, revision, proposedStartsAt, proposedEndsAt } = before;
  const moved = accept && proposedStartsAt && proposedEndsAt && { startsAt: proposedStartsAt, endsAt: proposedEndsAt };
  const data = { ...moved, proposedStartsAt: null, proposedEndsAt: null };
  const action = accept ? 'proposal_accepted' : 'proposal_declined';
  const followUp: Change['followUp'] = accept ? (tx) => closeRoomNow(tx, id) : undefined;
  return { before, revision, from: ['confirmed'], data, action, followUp };
}
