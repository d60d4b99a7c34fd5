/** Rules of an appointment, pure: the server decides by them and the interface shows by them. Small: browsers load this file. */

import type { RosterRole } from './roster';

export type AppointmentStatus = 'pending' | 'confirmed' | 'declined' | 'canceled' | 'expired' | 'completed' | 'no_show';

export type VisitType = 'video' | 'in_person';

/** The time before its start at which a call opens, and after its start at which it closes, in minutes (settings JOIN_…). */
export interface JoinWindow {
  opensMinutesBefore: number;
  closesMinutesAfter: number;
}

/** An appointment as the rules need it. Instants in milliseconds since the epoch. */
export interface Joinable {
  status: AppointmentStatus;
  visitType: VisitType;
  startsAt: number;
  endsAt: number;
}

export type JoinState =
  | { state: 'open'; opensAt: number; closesAt: number }
  | { state: 'too_early'; opensAt: number; closesAt: number }
  | { state: 'too_late'; opensAt: number; closesAt: number }
  | { state: 'not_a_video_visit' }
  | { state: 'appointment_not_confirmed' }
  | { state: 'appointment_declined' }
  | { state: 'appointment_canceled' }
  | { state: 'appointment_over' };

const MINUTE = 60_000;

/** The half-open span [opensAt, closesAt) in which a call can be joined; a long visit stays open to its end. Milliseconds since the epoch. */
export function joinSpan(appointment: Pick<Joinable, 'startsAt' | 'endsAt'>, window: JoinWindow) {
  return {
    opensAt: appointment.startsAt - window.opensMinutesBefore * MINUTE,
    closesAt: Math.max(appointment.startsAt + window.closesMinutesAfter * MINUTE, appointment.endsAt),
  };
}

/**
 * The state of an appointment's call at `now`: whether it may be joined (milliseconds since the epoch, the server's clock).
 * Denies by default; the order of the refusals is the contract of POST /api/appointments/<id>/video-token.
 */
export function joinState(appointment: Joinable, now: number, window: JoinWindow): JoinState {
  if (appointment.visitType !== 'video') return { state: 'not_a_video_visit' };
  switch (appointment.status) {
    case 'confirmed':
      break;
    case 'pending':
      return { state: 'appointment_not_confirmed' };
    case 'canceled':
      return { state: 'appointment_canceled' };
    case 'declined':
    case 'expired':
      return { state: 'appointment_declined' };
    default:
      return { state: 'appointment_over' };
  }
  const span = joinSpan(appointment, window);
  if (now < span.opensAt) return { state: 'too_early', ...span };
  if (now >= span.closesAt) return { state: 'too_late', ...span };
  return { state: 'open', ...span };
}

/** The instant at which joinState's answer changes next by the clock alone, in milliseconds since the epoch; null: never. */
export function nextChange(state: JoinState): number | null {
  if (state.state === 'too_early') return state.opensAt;
  return state.state === 'open' ? state.closesAt : null;
}

/** Name of the LiveKit room of an appointment. */
export const roomName = (appointmentId: string) => `room_${appointmentId}`;

/** The appointment that a room belongs to, or null when the room is not one of ours. */
export function appointmentOfRoom(room: string): string | null {
  return /^room_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(room)?.[1] ?? null;
}

/** True where someone may book this: patients for themselves, doctors with themselves, the front desk for anyone. */
export function mayBook(
  actor: { id: string; role: RosterRole | 'admin' },
  { doctorId, patientId = actor.id }: { doctorId: string; patientId?: string },
): boolean {
  if (actor.role === 'patient') return patientId === actor.id;
  return actor.role === 'admin' || (actor.role === 'doctor' && doctorId === actor.id);
}
