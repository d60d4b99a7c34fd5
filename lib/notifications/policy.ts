import type { AppointmentStatus } from '@/lib/appointments/policy';

/** What there is to tell of an appointment. `withdrawn`: a request that was canceled before anybody answered it. */
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
  doctorId: string;
}

/** What a change means to the patient and to the doctor who has the appointment now; null: nothing that they would be written about. */
export function newsOf(before: VisitState | null, after: VisitState): VisitNews | null {
  const sameStatus = before?.status === after.status;
  const sameTime = before?.startsAt.getTime() === after.startsAt.getTime();
  const sameDoctor = before?.doctorId === after.doctorId;
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

/** Who is told what of a change. A doctor who got or gave away an appointment has news of their own. */
export function tellings(
  before: VisitState | null,
  after: VisitState & { patientId: string },
): { personId: string; news: VisitNews }[] {
  const news = newsOf(before, after);
  if (!news) return [];
  const { doctorId, patientId } = after;
  const handedOver = before !== null && before.doctorId !== doctorId;
  return [
    { personId: patientId, news },
    { personId: doctorId, news: news === 'handed_over' ? 'confirmed' : news },
    ...(handedOver ? [{ personId: before.doctorId, news: 'handed_over' as const }] : []),
  ];
}

const TRUE_OF: Record<Exclude<VisitNews, 'handed_over'>, AppointmentStatus> = {
  requested: 'pending',
  confirmed: 'confirmed',
  moved: 'confirmed',
  declined: 'declined',
  canceled: 'canceled',
  withdrawn: 'canceled',
  expired: 'expired',
};

export type VisitRole = 'patient' | 'doctor' | 'former_doctor';

/** As what someone is told of an appointment as it is now. */
export function roleIn(
  { doctor, patient }: { doctor: { id: string }; patient: { id: string } },
  personId: string,
): VisitRole {
  if (personId === doctor.id) return 'doctor';
  return personId === patient.id ? 'patient' : 'former_doctor';
}

/** Whether news is worth telling at `now`: still true, to someone whom it concerns, and of a visit that is not over. */
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
 * Whether nothing newer than what was told of a visit when it was `then` is told by a mail of its own. A doctor who gave it away is
 * not written to again.
 */
export const stillLatest = (then: VisitState, current: VisitState, role: VisitRole): boolean =>
  role === 'former_doctor' || newsOf(then, current) === null;

/** What a calendar makes of news (RFC 5546); null: it never heard of the visit. */
export function calendarMethod(
  news: VisitNews,
  status: AppointmentStatus,
  role: VisitRole,
): 'REQUEST' | 'CANCEL' | null {
  if (role === 'former_doctor') return status === 'confirmed' ? 'CANCEL' : null;
  if (news === 'canceled') return 'CANCEL';
  return status === 'confirmed' ? 'REQUEST' : null;
}
