import type { AppointmentStatus } from '@/lib/appointments/policy';
import { type Party, personOn } from '@/lib/appointments/roster';
import { newsOf, type VisitNews, type VisitRole, type VisitState } from '@/lib/notifications/policy';

/** Rules of a mail that goes out some time after the change that it tells of, pure: by the visit as it is then. */

const TRUE_OF: Record<Exclude<VisitNews, 'handed_over'>, AppointmentStatus> = {
  requested: 'pending',
  confirmed: 'confirmed',
  moved: 'confirmed',
  declined: 'declined',
  canceled: 'canceled',
  withdrawn: 'canceled',
  expired: 'expired',
};

/** The telling that a job carries. `role` is the person's in the change itself; jobs of release 0.1.0 have none. */
export interface Told {
  personId: string;
  news: string;
  role?: string;
}

/**
 * The role in which someone is told of an appointment as it is now: by its roster, or else as the doctor who gave it away. Null for
 * everyone else, who is not told. In jobs of release 0.1.0 a hand-over is told to nobody off the roster but the former doctor.
 */
export function roleIn(people: readonly Party[], { personId, news, role }: Told): VisitRole | null {
  const person = personOn(people, personId);
  if (person) return person.role;
  const gaveItAway = role === undefined ? news === 'handed_over' : role === 'former_doctor';
  return gaveItAway ? 'former_doctor' : null;
}

/** True for news that is worth telling at `now`: still so, for somebody of this role, and of a visit that is not over. */
export function stillNews(
  news: VisitNews,
  { status, endsAt }: { status: AppointmentStatus; endsAt: Date },
  role: VisitRole,
  now: Date,
): boolean {
  if (now >= endsAt) return false;
  if (role === 'former_doctor') return news === 'handed_over';
  if (news === 'handed_over') return role === 'patient' && status === 'confirmed';
  return TRUE_OF[news] === status;
}

/**
 * True while no newer news of a visit than that of when it was `then` is told by a mail of its own. A doctor who gave it away is not
 * written to again.
 */
export const stillLatest = (then: VisitState, current: VisitState, role: VisitRole): boolean =>
  role === 'former_doctor' || newsOf(then, current) === null;

/** The method of the invitation that goes with news (RFC 5546); null: the reader's calendar never heard of the visit. */
export function calendarMethod(
  news: VisitNews,
  status: AppointmentStatus,
  role: VisitRole,
): 'REQUEST' | 'CANCEL' | null {
  if (role === 'former_doctor') return status === 'confirmed' ? 'CANCEL' : null;
  if (news === 'canceled') return 'CANCEL';
  return status === 'confirmed' ? 'REQUEST' : null;
}
