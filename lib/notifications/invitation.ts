import { toInvitation } from '@/lib/appointments/calendar/invitation';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { VisitNews, VisitRole } from '@/lib/notifications/policy';
import type { MailReader } from '@/lib/notifications/queries/mail-reader';
import { calendarMethod } from '@/lib/notifications/still-news';
import { calendarWords } from '@/lib/notifications/templates/words';
import type { Settings } from '@/lib/platform/settings';

/** A person with the news of a visit that they are written about. */
export interface Addressee extends MailReader {
  role: VisitRole;
  news: VisitNews;
}

/** The invitation or the cancel for the addressee's calendar; undefined: it never heard of the visit. */
export function invitationTo(
  { role, news, ...person }: Addressee,
  appointment: AppointmentView,
  { clinic, origin, mail }: Pick<Settings, 'clinic' | 'origin' | 'mail'>,
) {
  const method = calendarMethod(news, appointment.status, role);
  if (!method) return undefined;
  const side = role === 'patient' ? ('patient' as const) : ('doctor' as const);
  const reader = { role: side, text: calendarWords(person.locale), clinic, origin };
  const attendee = { name: person.name, address: person.email };
  return { method, content: toInvitation(appointment, reader, { method, organizer: mail.from, attendee }) };
}
