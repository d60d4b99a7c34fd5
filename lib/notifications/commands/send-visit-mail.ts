import type { Jobs } from '@/lib/adapters/jobs';
import { findForSystem } from '@/lib/appointments/queries/find-for-system';
import { rosterOf } from '@/lib/appointments/roster';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { sendLetter } from '@/lib/notifications/commands/send-letter';
import { type Addressee, invitationTo } from '@/lib/notifications/invitation';
import { isVisitNews } from '@/lib/notifications/policy';
import { findMailReader } from '@/lib/notifications/queries/mail-reader';
import { roleIn, stillNews } from '@/lib/notifications/still-news';
import { visitLetter } from '@/lib/notifications/templates/visit-letter';
import { settings } from '@/lib/platform/settings';

/**
 * Tells one person by mail what happened to an appointment, as it stands now, with an invitation for their calendar. News that is no
 * longer true is not told: a newer mail tells what came after it.
 */
export async function sendVisitMail({ appointmentId, ...told }: Jobs['send_visit_mail'], now: Date): Promise<void> {
  const { personId, news } = told;
  const [appointment, reader] = await Promise.all([findForSystem(appointmentId), findMailReader(personId)]);
  if (!appointment || !reader || !isVisitNews(news)) return;
  const role = roleIn(rosterOf(appointment), told);
  if (!role || !stillNews(news, appointment, role, now)) return;
  await writeOfOne(appointment, { ...reader, role, news }, now);
}

/** Writes to one person about one appointment. */
export async function writeOfOne(appointment: AppointmentView, to: Addressee, now: Date): Promise<void> {
  const { role, news } = to;
  const { clinic, origin } = settings();
  const invitation = invitationTo(to, appointment, settings());
  const method = invitation?.method ?? null;
  await sendLetter(to, (t) => visitLetter(t, { news, role, method, appointment, now, reader: to, clinic, origin }), {
    invitation,
    // Sent again after a worker died in between, it is the same mail, and many mailboxes keep one of the two.
    messageId: `<${appointment.id}.${appointment.revision}.${to.id}@${new URL(origin).hostname}>`,
  });
}
