import { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addEvent, type CalendarReader, start } from '@/lib/appointments/calendar/event';
import type { AppointmentView } from '@/lib/appointments/views/select';

interface Mailbox {
  name: string;
  address: string;
}

export interface Invitation {
  method: 'REQUEST' | 'CANCEL';
  organizer: Mailbox;
  attendee: Mailbox;
}

/** One appointment for one person's mail (RFC 5546). They have agreed to it already, so that their calendar need not answer. */
export function toInvitation(
  appointment: AppointmentView,
  reader: CalendarReader,
  { method, organizer, attendee }: Invitation,
): string {
  const calendar = start({ method: ICalCalendarMethod[method] });
  const event = addEvent(calendar, appointment, reader);
  event.organizer({ name: organizer.name, email: organizer.address });
  event.createAttendee({
    name: attendee.name,
    email: attendee.address,
    status: ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  });
  // What a CANCEL takes out of a calendar may stand elsewhere still: with the doctor to whom the visit was given.
  if (method === 'CANCEL') event.status(ICalEventStatus.CANCELLED);
  return calendar.toString();
}
