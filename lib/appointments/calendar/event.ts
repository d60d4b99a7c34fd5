import ical, { type ICalCalendar, type ICalCalendarData, ICalEventClass, ICalEventStatus } from 'ical-generator';
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

/** A calendar without events yet. */
export const start = (data: ICalCalendarData) =>
  ical({ prodId: { company: 'Anteroom', product: 'Anteroom' }, ...data });

/** Adds an appointment. The id stays and SEQUENCE rises with each change, so that a calendar moves an event it already has. Times are in UTC. */
export function addEvent(
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
