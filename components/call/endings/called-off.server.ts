import 'server-only';
import type { CalledOff } from '@/components/call/props';
import { listHistory } from '@/lib/appointments/queries/history';
import { personOn, type RosterPerson, rosterOf } from '@/lib/appointments/roster';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { findDoctorHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';

/** Whoever calls a visit off without being one of its people is the clinic's front desk. */
function byWhom(actor: Actor, person: RosterPerson | null) {
  if (!person) return { by: 'clinic', name: '' } as const;
  return person.id === actor.id ? ({ by: 'you', name: '' } as const) : ({ by: 'other', name: person.name } as const);
}

/** How a video visit came not to take place, for one of its people; null for one that nobody called off. */
export async function calledOff(actor: Actor, appointment: AppointmentView): Promise<CalledOff | null> {
  const { id, status, visitType, closingNote, doctor } = appointment;
  if (visitType !== 'video' || (status !== 'canceled' && status !== 'declined' && status !== 'expired')) return null;
  const [history, bookable] = await Promise.all([
    listHistory(actor, id),
    actor.role === 'patient' && findDoctorHours(doctor.id),
  ]);
  const entry = history.findLast(({ action }) => action === `appointment_${status}`);
  return {
    did: entry ? { what: status, ...byWhom(actor, personOn(rosterOf(appointment), entry.actorId ?? '')) } : null,
    note: closingNote,
    // A doctor who has left is booked by nobody: the page of all of them, then.
    bookAt: actor.role === 'patient' ? `/book${bookable ? `/${doctor.id}` : ''}` : null,
  };
}
