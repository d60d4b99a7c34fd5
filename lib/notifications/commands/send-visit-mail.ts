import { mailLocale } from '@/lib/accounts/policy';
import { toInvitation } from '@/lib/appointments/calendar';
import { findForSystem } from '@/lib/appointments/queries';
import { sendLetter } from '@/lib/notifications/commands/send-letter';
import { calendarMethod, isVisitNews, roleIn, stillNews } from '@/lib/notifications/policy';
import { findMailReader } from '@/lib/notifications/queries';
import { visitLetter } from '@/lib/notifications/templates/visit-letter';
import { calendarWords } from '@/lib/notifications/templates/words';
import { settings } from '@/lib/platform/settings';

interface VisitMail {
  appointmentId: string;
  personId: string;
  news: string;
}

/**
 * Tells one person by mail what happened to an appointment, as it stands now, with what their calendar makes of it. News that is no
 * longer true is not told: a newer mail tells what came after it.
 */
export async function sendVisitMail({ appointmentId, personId, news }: VisitMail, now: Date): Promise<void> {
  const [appointment, person] = await Promise.all([findForSystem(appointmentId), findMailReader(personId)]);
  if (!appointment || !person || !isVisitNews(news)) return;
  const role = roleIn(appointment, personId);
  if (!stillNews(news, appointment, role, now)) return;
  const { clinic, origin, mail } = settings();
  const locale = mailLocale(person.locale);
  const method = calendarMethod(news, appointment.status, role);
  const reader = {
    role: role === 'patient' ? role : ('doctor' as const),
    text: calendarWords(locale),
    ...{ clinic, origin },
  };
  const attendee = { name: person.name, address: person.email };
  const invitation = method && {
    method,
    content: toInvitation(appointment, reader, { method, organizer: mail.from, attendee }),
  };
  await sendLetter(
    person,
    (t) =>
      visitLetter(t, { news, role, method, appointment, now, reader: { locale, zone: person.zone }, clinic, origin }),
    {
      invitation: invitation ?? undefined,
      // Sent again after a worker died in between, it is the same mail, and many mailboxes keep one of the two.
      messageId: `<${appointmentId}.${appointment.revision}.${personId}@${new URL(origin).hostname}>`,
    },
  );
}
