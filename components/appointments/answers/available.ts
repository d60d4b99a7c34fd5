import type { AppointmentStatus } from '@/lib/appointments/policy';
import { mayTransition, moveKind } from '@/lib/appointments/transitions';
import type { Role } from '@/lib/platform/actor';
import type { ActionName } from './action-list';

interface Subject {
  status: AppointmentStatus;
  startsAt: Date;
  endsAt: Date;
  proposedStartsAt: Date | null;
}

/** What the link to an appointment's own page promises, by what is offered there: a key of the words of `schedule`. */
export function detailsKey(...about: Parameters<typeof availableActions>) {
  const actions = availableActions(...about);
  if (actions.includes('move')) return 'detailsAndMore';
  return actions.includes('cancel') ? 'detailsCancel' : 'details';
}

/** The actions to offer to a role at `now` (milliseconds since the epoch), the most likely first. The commands decide again. */
export function availableActions(appointment: Subject, role: Role, now: number): ActionName[] {
  const subject = { status: appointment.status, startsAt: appointment.startsAt.getTime() };
  const may = (name: 'confirm' | 'decline' | 'complete' | 'no_show' | 'cancel') =>
    mayTransition(name, subject, role, now) === 'ok';
  const proposed = role === 'doctor' && appointment.status === 'confirmed' && appointment.proposedStartsAt;
  const open = proposed && proposed.getTime() > now && subject.startsAt > now;
  const offered: [ActionName, boolean][] = [
    ['confirm', may('confirm')],
    ['decline', may('decline')],
    ['accept', Boolean(open)],
    ['keep', Boolean(open)],
    ['complete', may('complete')],
    ['no_show', may('no_show')],
    ['move', moveKind(subject, role, now) !== null],
    // A doctor's no to a request is declining it; what is over is no longer called off.
    ['cancel', may('cancel') && !may('decline') && appointment.endsAt.getTime() > now],
  ];
  return offered.filter(([, offer]) => offer).map(([name]) => name);
}
