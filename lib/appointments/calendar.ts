import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { AppointmentView } from '@/lib/appointments/views';

/** What the words around a visit are; they are the reader's, so that they come from outside. */
export interface CalendarWords {
  calendarName: string;
  /** "Video visit with Dr Keller": whom one meets, never why. */
  summary: (appointment: AppointmentView) => string;
  /** Where: the address of the call or of the clinic. */
  location: (appointment: AppointmentView) => string;
}

const STATUS = {
  pending: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  completed: ICalEventStatus.CONFIRMED,
  no_show: ICalEventStatus.CONFIRMED,
  declined: ICalEventStatus.CANCELLED,
  canceled: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
} as const;

/**
 * Appointments as a calendar to read (RFC 5545, METHOD:PUBLISH), in UTC. The id stays and SEQUENCE rises with each change, so that a
 * calendar moves an event it already has. No health detail is in it.
 * @param origin of this site: its links, and the ids unique in the world (RFC 5545, 3.8.4.7)
 */
export function toCalendar(appointments: AppointmentView[], words: CalendarWords, origin: string): string {
  const calendar = ical({
    name: words.calendarName,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Anteroom', product: 'Anteroom' },
  });
  for (const appointment of appointments) {
    const { id, startsAt, endsAt, status, revision, visitType } = appointment;
    calendar.createEvent({
      id: `${id}@${new URL(origin).hostname}`,
      sequence: revision,
      start: startsAt,
      end: endsAt,
      stamp: appointment.updatedAt,
      summary: words.summary(appointment),
      location: words.location(appointment),
      url: visitType === 'video' ? `${origin}/appointments/${id}/call` : `${origin}/appointments/${id}`,
      status: STATUS[status],
    });
  }
  return calendar.toString();
}
