import { ICalCalendarMethod } from 'ical-generator';
import { addEvent, type CalendarReader, start } from '@/lib/appointments/calendar/event';
import type { AppointmentView } from '@/lib/appointments/views/select';

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
