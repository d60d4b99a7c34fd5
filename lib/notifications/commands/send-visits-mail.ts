import type { Jobs } from '@/lib/adapters/jobs';
import type { AppointmentStatus } from '@/lib/appointments/policy';
import { findAllForSystem } from '@/lib/appointments/queries/find-for-system';
import { partiesOf, rosterOf } from '@/lib/appointments/roster';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { isoDate } from '@/lib/appointments/when';
import { sendLetter } from '@/lib/notifications/commands/send-letter';
import { writeOfOne } from '@/lib/notifications/commands/send-visit-mail';
import { type Addressee, invitationTo } from '@/lib/notifications/invitation';
import { isVisitNews } from '@/lib/notifications/policy';
import { findMailReader } from '@/lib/notifications/queries/mail-reader';
import { roleIn, stillLatest, stillNews } from '@/lib/notifications/still-news';
import { visitsLetter } from '@/lib/notifications/templates/visits-letter';
import { settings } from '@/lib/platform/settings';

type VisitsMail = Jobs['send_visits_mail'];

/**
 * Tells one person by one mail what an act did to several appointments, as they stand now. One of which this is no longer true, or of
 * which newer news has a mail of its own, is left out.
 */
export async function sendVisitsMail({ batchId, visits, ...told }: VisitsMail, now: Date): Promise<void> {
  const { personId, news } = told;
  const [appointments, reader] = await Promise.all([
    findAllForSystem(visits.map(({ id }) => id)),
    findMailReader(personId),
  ]);
  if (!reader || !isVisitNews(news)) return;
  const then = new Map(visits.map((visit) => [visit.id, visit]));
  const worth = appointments.flatMap((appointment) => {
    const people = rosterOf(appointment);
    const role = roleIn(people, told);
    const visit = then.get(appointment.id);
    if (!role || !visit || !stillNews(news, appointment, role, now)) return [];
    return stillLatest(stateOf(visit, appointment), { ...appointment, people }, role) ? [{ appointment, role }] : [];
  });
  const [first, ...more] = worth;
  if (!first) return;
  // One person has one place in all of them.
  const to = { ...reader, role: first.role, news };
  if (more.length === 0) return writeOfOne(first.appointment, to, now);
  await writeOfAll([first.appointment, ...more.map(({ appointment }) => appointment)], to, { batchId, now });
}

/** A visit as it was when there was this to tell. */
const stateOf = ({ status, startsAt, doctorId }: VisitsMail['visits'][number], { patient }: AppointmentView) => ({
  status: status as AppointmentStatus,
  startsAt: new Date(startsAt),
  people: partiesOf({ patientId: patient.id, doctorId }),
});

async function writeOfAll(
  appointments: [AppointmentView, ...AppointmentView[]],
  to: Addressee,
  { batchId, now }: { batchId: string; now: Date },
): Promise<void> {
  const { role, news } = to;
  const { clinic, origin } = settings();
  const invitations = appointments.flatMap((appointment) => {
    const invitation = invitationTo(to, appointment, settings());
    return invitation ? [{ ...invitation, day: isoDate(appointment.startsAt.getTime(), to.zone) }] : [];
  });
  const method = invitations[0]?.method ?? null;
  await sendLetter(to, (t) => visitsLetter(t, { news, role, method, appointments, now, reader: to, clinic, origin }), {
    invitations: named(invitations),
    messageId: `<${batchId}.${to.id}.${news}@${new URL(origin).hostname}>`,
  });
}

/** "visit-2026-12-01.ics", and of two on a day the second "visit-2026-12-01-2.ics". */
function named<T extends { day: string }>(invitations: T[]) {
  const seen = new Map<string, number>();
  return invitations.map(({ day, ...invitation }) => {
    const count = (seen.get(day) ?? 0) + 1;
    seen.set(day, count);
    return { ...invitation, filename: `visit-${day}${count > 1 ? `-${count}` : ''}.ics` };
  });
}
