import { type Change, change, changedMeanwhile } from '@/lib/appointments/commands/change';
import { closeRoomNow } from '@/lib/appointments/commands/jobs';
import { changeSeries } from '@/lib/appointments/commands/series';
import type { Changed } from '@/lib/appointments/commands/write';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import type { Scope } from '@/lib/appointments/schema/change';
import { mayTransition, TRANSITIONS, type TransitionName } from '@/lib/appointments/transitions';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { refuse } from '@/lib/platform/problems';

interface Request {
  id: string;
  /** The revision that the actor saw. */
  revision: number;
  /** In the actor's own words, for the other side. */
  note?: string;
  /** The part of a series; the others are those that it fits and that are to come. */
  scope?: Scope;
}

function changeOf(name: TransitionName, before: AppointmentView, note?: string): Change {
  const { from, to, action } = TRANSITIONS[name];
  const data = {
    status: to.toUpperCase() as Uppercase<typeof to>,
    proposedStartsAt: null,
    proposedEndsAt: null,
    // What is called off without a word keeps none from before: it would be read as the reason.
    ...(note || to === 'canceled' ? { closingNote: note || null } : {}),
  };
  const { id, revision } = before;
  const followUp: Change['followUp'] = to === 'confirmed' ? undefined : (tx) => closeRoomNow(tx, id);
  return { before, revision, from, data, action, followUp };
}

/** Takes an appointment from one state to another for one of its people; of two at once one wins. */
async function transition(
  name: TransitionName,
  actor: Actor,
  { id, revision, note, scope = 'one' }: Request,
  now: Date,
): Promise<Changed> {
  const before = await findManaged(actor, id);
  if (!before) return refuse('appointment_not_found');
  const verdictOn = ({ status, startsAt }: AppointmentView) =>
    mayTransition(name, { status, startsAt: startsAt.getTime() }, actor.role, now.getTime());
  const verdict = verdictOn(before);
  if (verdict === 'appointment_changed' || before.revision !== revision) return changedMeanwhile(before);
  if (verdict === 'too_early') return refuse(verdict, { opensAt: before.startsAt.toISOString() });
  if (verdict !== 'ok') return refuse(verdict);
  if (scope === 'one' || !before.seriesId) return change(actor, changeOf(name, before, note), now);
  const changes = async (visits: AppointmentView[]) =>
    visits.filter((visit) => verdictOn(visit) === 'ok').map((visit) => changeOf(name, visit, note));
  return changeSeries(actor, { seen: before, scope, changes }, now);
}

type Answer = (actor: Actor, request: Request, now: Date) => Promise<Changed>;

/** Accepts a request; the doctor's. */
export const confirmAppointment: Answer = (actor, request, now) => transition('confirm', actor, request, now);

/** Refuses a request, with an optional reason for the patient; the doctor's. */
export const declineAppointment: Answer = (actor, request, now) => transition('decline', actor, request, now);

/** Cancels a visit or a request and ends its call; either party's and the front desk's. */
export const cancelAppointment: Answer = (actor, request, now) => transition('cancel', actor, request, now);

/** Notes that a visit took place; the doctor's, from its start on. */
export const completeAppointment: Answer = (actor, { scope: _, ...request }, now) =>
  transition('complete', actor, request, now);

/** Notes that the patient did not come; the doctor's, from the start on. */
export const markNoShow: Answer = (actor, { scope: _, ...request }, now) => transition('no_show', actor, request, now);
