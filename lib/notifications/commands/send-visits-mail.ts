import { mailLocale } from '@/lib/accounts/policy';
import { findAllForSystem } from '@/lib/appointments/queries/find-for-system';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { isoDate } from '@/lib/appointments/when';
import { sendLetter } from '@/lib/notifications/commands/send-letter';
import { invitationTo, type News, tellOfOne } from '@/lib/notifications/commands/send-visit-mail';
import { isVisitNews, roleIn, stillLatest, stillNews, type VisitState } from '@/lib/notifications/policy';
import { findMailReader } from '@/lib/notifications/queries';
import { visitsLetter } from '@/lib/notifications/templates/visits-letter';
import { settings } from '@/lib/platform/settings';

interface VisitsMail {
  /** Of the act that made the news. */
  batchId: string;
  personId: string;
  news: string;
  visits: { id: string; status: string; startsAt: string; doctorId: string }[];
}

/**
 * Tells one person by one mail what an act did to several appointments, as they stand now. One of which this is no longer true, or of
 * which newer news has a mail of its own, is left out.
 */
export async function sendVisitsMail({ batchId, personId, news, visits }: VisitsMail, now: Date): Promise<void> {
  const [appointments, person] = await Promise.all([
    findAllForSystem(visits.map(({ id }) => id)),
    findMailReader(personId),
  ]);
  if (!person || !isVisitNews(news)) return;
  const then = new Map(visits.map((visit) => [visit.id, stateOf(visit)]));
  const [first, ...more] = appointments.filter((appointment) => {
    const role = roleIn(appointment, personId);
    const told = then.get(appointment.id);
    const current = { ...appointment, doctorId: appointment.doctor.id };
    return stillNews(news, appointment, role, now) && told && stillLatest(told, current, role);
  });
  if (!first) return;
  const what = { personId, person, news };
  if (more.length === 0) return tellOfOne(first, what, now);
  await tellOfAll([first, ...more], what, { batchId, now });
}

const stateOf = ({ status, startsAt, doctorId }: VisitsMail['visits'][number]): VisitState => ({
  status: status as VisitState['status'],
  startsAt: new Date(startsAt),
  doctorId,
});

async function tellOfAll(
  appointments: [AppointmentView, ...AppointmentView[]],
  what: News,
  { batchId, now }: { batchId: string; now: Date },
): Promise<void> {
  const { personId, person, news } = what;
  const { clinic, origin } = settings();
  const reader = { locale: mailLocale(person.locale), zone: person.zone };
  const invitations = appointments.flatMap((appointment) => {
    const invitation = invitationTo(appointment, what);
    return invitation ? [{ ...invitation, day: isoDate(appointment.startsAt.getTime(), person.zone) }] : [];
  });
  const role = roleIn(appointments[0], personId);
  const method = invitations[0]?.method ?? null;
  await sendLetter(person, (t) => visitsLetter(t, { news, role, method, appointments, now, reader, clinic, origin }), {
    invitations: named(invitations),
    messageId: `<${batchId}.${personId}.${news}@${new URL(origin).hostname}>`,
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
