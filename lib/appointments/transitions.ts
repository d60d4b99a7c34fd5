import type { AppointmentStatus } from '@/lib/appointments/policy';
import type { Role } from '@/lib/platform/actor';
import type { AuditActions } from '@/lib/platform/audit';

/** The one who does a thing: a party by role, the front desk (admin), or the system by the clock. */
type By = Role | 'system';

interface Transition {
  from: readonly AppointmentStatus[];
  to: AppointmentStatus;
  by: readonly By[];
  action: AuditActions['appointment'];
}

/**
 * The life of an appointment: pending → confirmed | declined | canceled | expired; confirmed → canceled | completed | no_show.
 * Moving and proposing keep the status and stand in their own commands.
 */
export const TRANSITIONS = {
  confirm: { from: ['pending'], to: 'confirmed', by: ['doctor'], action: 'appointment_confirmed' },
  decline: { from: ['pending'], to: 'declined', by: ['doctor'], action: 'appointment_declined' },
  cancel: {
    from: ['pending', 'confirmed'],
    to: 'canceled',
    by: ['patient', 'doctor', 'admin'],
    action: 'appointment_canceled',
  },
  complete: { from: ['confirmed'], to: 'completed', by: ['doctor'], action: 'appointment_completed' },
  no_show: { from: ['confirmed'], to: 'no_show', by: ['doctor'], action: 'appointment_no_show' },
  expire: { from: ['pending'], to: 'expired', by: ['system'], action: 'appointment_expired' },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof TRANSITIONS;

interface Subject {
  status: AppointmentStatus;
  /** Milliseconds since the epoch. */
  startsAt: number;
}

export type TransitionVerdict = 'ok' | 'forbidden' | 'appointment_changed' | 'too_early' | 'appointment_over';

/** The verdict on a transition of an appointment by someone at `now` (milliseconds since the epoch). Denies by default. */
export function mayTransition(name: TransitionName, subject: Subject, by: By, now: number): TransitionVerdict {
  const { from, by: allowed }: Transition = TRANSITIONS[name];
  if (!allowed.includes(by)) return 'forbidden';
  if (!from.includes(subject.status)) return 'appointment_changed';
  const started = now >= subject.startsAt;
  // A request that nobody answered before its start expires: too late to accept or refuse it.
  if ((name === 'confirm' || name === 'decline') && started) return 'appointment_over';
  if ((name === 'complete' || name === 'no_show' || name === 'expire') && !started) return 'too_early';
  return 'ok';
}

/**
 * The verdict on handing an appointment to another doctor at `now` (milliseconds since the epoch): the front desk may, until its end.
 * Someone else may step into a visit that has begun; a request ends with its start.
 */
export function mayHandOver(
  subject: Subject & { endsAt: number },
  by: By,
  now: number,
): Exclude<TransitionVerdict, 'too_early'> {
  if (by !== 'admin') return 'forbidden';
  if (subject.status !== 'pending' && subject.status !== 'confirmed') return 'appointment_changed';
  return now >= (subject.status === 'pending' ? subject.startsAt : subject.endsAt) ? 'appointment_over' : 'ok';
}

export type MoveKind = 'moved' | 'proposed';

/**
 * The kind of a move: a patient's of a confirmed visit is a proposal, everyone else's takes effect at once. Null: this
 * person cannot move this appointment.
 */
export function moveKind(subject: Subject, by: By, now: number): MoveKind | null {
  if (by === 'system' || now >= subject.startsAt) return null;
  if (subject.status === 'pending') return 'moved';
  if (subject.status !== 'confirmed') return null;
  return by === 'patient' ? 'proposed' : 'moved';
}
