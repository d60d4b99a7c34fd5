import ical, {
  ICalAttendeeStatus,
  type ICalCalendar,
  type ICalCalendarData,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { AppointmentView } from '@/lib/appointments/views/select';

/** The person whose calendar an appointment goes into, and the words for it. No health detail is in any of them. */
export interface CalendarReader {
  role: 'patient' | 'doctor';
  /** Messages under `calendar`, in the reader's language. */
  text: (key: 'videoWith' | 'inPersonWith', values: { name: string }) => string;
  clinic: { name: string; address?: string };
  /** Of this site: its links, and the ids unique in the world (RFC 5545, 3.8.4.7). */
  origin: string;
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

const start = (data: ICalCalendarData) => ical({ prodId: { company: 'Anteroom', product: 'Anteroom' }, ...data });

/** The id stays and SEQUENCE rises with each change, so that a calendar moves an event it already has. Times are in UTC. */
function addEvent(
  calendar: ICalCalendar,
  appointment: AppointmentView,
  { role, text, clinic, origin }: CalendarReader,
) {
  const { id, startsAt, endsAt, status, revision, visitType, doctor, patient } = appointment;
  const page = `${origin}/appointments/${id}`;
  const video = visitType === 'video';
  return calendar.createEvent({
    id: `${id}@${new URL(origin).hostname}`,
    sequence: revision,
    start: startsAt,
    end: endsAt,
    stamp: appointment.updatedAt,
    summary: text(video ? 'videoWith' : 'inPersonWith', { name: role === 'doctor' ? patient.name : doctor.name }),
    location: video ? `${page}/call` : (clinic.address ?? clinic.name),
    url: video ? `${page}/call` : page,
    status: STATUS[status],
    // Calendars are shown to colleagues and family; whom one sees at a clinic is no business of theirs.
    class: ICalEventClass.PRIVATE,
  });
}

/** One appointment as a file (METHOD:PUBLISH). */
export function toCalendar(appointment: AppointmentView, reader: CalendarReader): string {
  const calendar = start({ name: reader.clinic.name, method: ICalCalendarMethod.PUBLISH });
  addEvent(calendar, appointment, reader);
  return calendar.toString();
}

/** The pause after which a calendar program should look again, in seconds. */
const REFRESH_S = 30 * 60;

/** All of a person's appointments for a calendar program that comes again and again (METHOD:PUBLISH). */
export function toFeed(appointments: AppointmentView[], reader: CalendarReader): string {
  const calendar = start({ name: reader.clinic.name, method: ICalCalendarMethod.PUBLISH, ttl: REFRESH_S });
  for (const appointment of appointments) addEvent(calendar, appointment, reader);
  return calendar.toString();
}

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
