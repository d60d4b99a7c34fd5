import type { AppointmentView } from '@/lib/appointments/views/select';
import { date, inSentence, zoneCity } from '@/lib/appointments/when';
import type { Letter } from './letter';
import { ANOTHER, place, times, type VisitLetter } from './visit-letter';
import type { MailWords } from './words';

interface VisitsLetter extends Omit<VisitLetter, 'appointment'> {
  /** By start. */
  appointments: [AppointmentView, ...AppointmentView[]];
}

/** How many dates stand in the mail. A series has no more; a doctor's visits that are handed over may be more. */
const MOST_DATES = 52;

/** What one party reads of several appointments to which the same happened: as of one (visitLetter), with all their dates. */
export function visitsLetter(t: MailWords, letter: VisitsLetter): Letter {
  const { news, role, method, appointments, reader, origin } = letter;
  const side = role === 'patient' ? 'patient' : 'doctor';
  const [first] = appointments;
  const count = appointments.length;
  const title = t(`visits.${side}.${news}.title`, { count });
  const otherOf = (appointment: AppointmentView) => (side === 'patient' ? appointment.doctor : appointment.patient);
  // What is the same for all is said once, before the dates.
  const sameOther = appointments.every((appointment) => otherOf(appointment).id === otherOf(first).id);
  const samePlace = appointments.every(({ visitType }) => visitType === first.visitType);
  const items = appointments.slice(0, MOST_DATES).map((appointment) => {
    const other = otherOf(appointment);
    const { day, time, theirs } = times({ ...letter, appointment }, other);
    const there = theirs && t(sameOther ? 'visits.theirTime' : 'visit.theirTime', theirs);
    const where = samePlace ? null : place(t, { ...letter, appointment });
    const more = [there ?? (sameOther ? null : other.name), where].filter((line) => line !== null);
    return { id: appointment.id, day, time, more };
  });
  const rest = count - items.length;
  const facts: Letter['facts'] = [];
  if (sameOther) facts.push([t('visit.with'), otherOf(first).name]);
  if (samePlace) facts.push([t('visit.where'), place(t, { ...letter, appointment: first })]);
  return {
    subject: `${title}: ${days(t, letter)}`,
    title,
    paragraphs: [t(`visits.${side}.${news}.text`)],
    list: {
      term: t('visits.when', { city: zoneCity(reader.zone, reader.locale) }),
      items,
      rest: rest > 0 ? t('visits.rest', { count: rest }) : undefined,
    },
    facts,
    button: role === 'former_doctor' ? undefined : button(t, letter, sameOther, origin),
    notes: [...(method ? [t(`visits.calendar.${method}`)] : []), t('visit.off')],
  };
}

/** "from Tue 1 Dec", or the one day that all are on. */
function days(t: MailWords, { appointments, now, reader }: VisitsLetter): string {
  const [from, to] = [appointments[0].startsAt, (appointments.at(-1) ?? appointments[0]).startsAt];
  const dayOf = (start: Date) => date(start.getTime(), now.getTime(), inSentence(reader));
  const day = dayOf(from);
  return day === dayOf(to) ? day : t('visits.from', { day });
}

function button(t: MailWords, { news, role, appointments: [first] }: VisitsLetter, sameOther: boolean, origin: string) {
  if (role === 'patient' && ANOTHER.has(news)) {
    return { label: t('visit.another'), url: `${origin}/book/${first.doctor.id}` };
  }
  if (sameOther) return { label: t('visits.openFirst'), url: `${origin}/appointments/${first.id}` };
  return { label: t('visits.openAll'), url: `${origin}/schedule` };
}
