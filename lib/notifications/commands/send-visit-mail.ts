import { mailLocale } from '@/lib/accounts/policy';
import { toInvitation } from '@/lib/appointments/calendar';
import { findForSystem } from '@/lib/appointments/queries/find-for-system';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { sendLetter } from '@/lib/notifications/commands/send-letter';
import { calendarMethod, isVisitNews, roleIn, stillNews, type VisitNews } from '@/lib/notifications/policy';
import { findMailReader, type MailReader } from '@/lib/notifications/queries';
import { visitLetter } from '@/lib/notifications/templates/visit-letter';
import { calendarWords } from '@/lib/notifications/templates/words';
import { settings } from '@/lib/platform/settings';

interface VisitMail {
  appointmentId: string;
  personId: string;
  news: string;
}

/** To whom, and what. */
export interface News {
  personId: string;
  person: MailReader;
  news: VisitNews;
}

/**
 * Tells one person by mail what happened to an appointment, as it stands now, with what their calendar makes of it. News that is no
 * longer true is not told: a newer mail tells what came after it.
 */
export async function sendVisitMail({ appointmentId, personId, news }: VisitMail, now: Date): Promise<void> {
  const [appointment, person] = await Promise.all([findForSystem(appointmentId), findMailReader(personId)]);
  if (!appointment || !person || !isVisitNews(news)) return;
  if (!stillNews(news, appointment, roleIn(appointment, personId), now)) return;
  await tellOfOne(appointment, { personId, person, news }, now);
}

export async function tellOfOne(appointment: AppointmentView, what: News, now: Date): Promise<void> {
  const { personId, person, news } = what;
  const { clinic, origin } = settings();
  const role = roleIn(appointment, personId);
  const invitation = invitationTo(appointment, what);
  const method = invitation?.method ?? null;
  const reader = { locale: mailLocale(person.locale), zone: person.zone };
  await sendLetter(person, (t) => visitLetter(t, { news, role, method, appointment, now, reader, clinic, origin }), {
    invitation,
    // Sent again after a worker died in between, it is the same mail, and many mailboxes keep one of the two.
    messageId: `<${appointment.id}.${appointment.revision}.${personId}@${new URL(origin).hostname}>`,
  });
}

/** What a person's calendar makes of news; undefined: it never heard of the visit. */
export function invitationTo(appointment: AppointmentView, { personId, person, news }: News) {
  const role = roleIn(appointment, personId);
  const method = calendarMethod(news, appointment.status, role);
  if (!method) return undefined;
  const { clinic, origin, mail } = settings();
  const reader = {
    role: role === 'patient' ? role : ('doctor' as const),
    text: calendarWords(mailLocale(person.locale)),
    ...{ clinic, origin },
  };
  const attendee = { name: person.name, address: person.email };
  return { method, content: toInvitation(appointment, reader, { method, organizer: mail.from, attendee }) };
}
