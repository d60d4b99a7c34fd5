import type { AppointmentStatus } from '@/lib/appointments/policy';
import { type Party, personOn, type RosterRole } from '@/lib/appointments/roster';

/** The kinds of news of an appointment. `withdrawn`: a request that was canceled before anybody answered it. */
export const VISIT_NEWS = [
  'requested',
  'confirmed',
  'moved',
  'handed_over',
  'declined',
  'canceled',
  'withdrawn',
  'expired',
] as const;
export type VisitNews = (typeof VISIT_NEWS)[number];

export const isVisitNews = (value: string): value is VisitNews => VISIT_NEWS.includes(value as VisitNews);

export interface VisitState {
  status: AppointmentStatus;
  startsAt: Date;
  people: readonly Party[];
}

const doctorIn = (state: VisitState | null) => state?.people.find(({ role }) => role === 'doctor')?.id;

/** The news of a change for those who are on the roster after it; null: nothing that they would be written about. */
export function newsOf(before: VisitState | null, after: VisitState): VisitNews | null {
  const sameStatus = before?.status === after.status;
  const sameTime = before?.startsAt.getTime() === after.startsAt.getTime();
  const sameDoctor = doctorIn(before) === doctorIn(after);
  switch (after.status) {
    case 'pending':
      return sameStatus && sameTime && sameDoctor ? null : 'requested';
    case 'confirmed':
      if (!sameStatus) return 'confirmed';
      if (!sameDoctor) return 'handed_over';
      return sameTime ? null : 'moved';
    case 'canceled':
      if (sameStatus) return null;
      return before?.status === 'confirmed' ? 'canceled' : 'withdrawn';
    case 'declined':
    case 'expired':
      return sameStatus ? null : after.status;
    case 'completed':
    case 'no_show':
      return null;
  }
}

/** The role in which someone is told of an appointment: that on its roster, or that of the doctor who gave it away. */
export type VisitRole = RosterRole | 'former_doctor';

/** The people to whom a change is told, in which role and as which news. A doctor who got or gave away a visit has news of their own. */
export function tellings(
  before: VisitState | null,
  after: VisitState,
): { personId: string; role: VisitRole; news: VisitNews }[] {
  const news = newsOf(before, after);
  if (!news) return [];
  const newsFor = (role: RosterRole) => (role === 'doctor' && news === 'handed_over' ? 'confirmed' : news);
  const gaveAway = before?.people.filter(({ id, role }) => role === 'doctor' && !personOn(after.people, id)) ?? [];
  return [
    ...after.people.map(({ id, role }) => ({ personId: id, role, news: newsFor(role) })),
    ...gaveAway.map(({ id }) => ({ personId: id, role: 'former_doctor' as const, news: 'handed_over' as const })),
  ];
}
