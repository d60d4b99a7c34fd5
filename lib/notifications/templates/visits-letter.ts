import type { AppointmentView } from '@/lib/appointments/views/select';
import { date, inSentence, zoneCity } from '@/lib/appointments/when';
import type { Letter } from './letter';
import { ANOTHER, personSeen, place, times, type VisitLetter } from './visit-letter';
import type { MailWords } from './words';

interface VisitsLetter extends Omit<VisitLetter, 'appointment'> {
  /** By start. */
  appointments: [AppointmentView, ...AppointmentView[]];
}

/** The dates that stand in one mail. A series has no more; a doctor's visits that are handed over may be more. */
const MOST_DATES = 52;

/** The letter to one person about several appointments to which the same happened: as of one (visitLetter), with all their dates. */
export function visitsLetter(t: MailWords, letter: VisitsLetter): Letter {
  const { news, role, method, appointments, reader, origin } = letter;
  const side = role === 'patient' ? 'patient' : 'doctor';
  const [first] = appointments;
  const count = appointments.length;
  const title = t(`visits.${side}.${news}.title`, { count });
  const seen = personSeen(role, first);
  // What is the same for all is said once, before the dates.
  const samePerson = appointments.every((appointment) => personSeen(role, appointment).id === seen.id);
  const samePlace = appointments.every(({ visitType }) => visitType === first.visitType);
  const items = appointments.slice(0, MOST_DATES).map((appointment) => {
    const person = personSeen(role, appointment);
    const { day, time, theirs } = times({ ...letter, appointment }, person);
    const there = theirs && t(samePerson ? 'visits.theirTime' : 'visit.theirTime', theirs);
    const where = samePlace ? null : place(t, { ...letter, appointment });
    const more = [there ?? (samePerson ? null : person.name), where].filter((line) => line !== null);
    return { id: appointment.id, day, time, more };
  });
  const rest = count - items.length;
  const facts: Letter['facts'] = [];
  if (samePerson) facts.push([t('visit.with'), seen.name]);
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
    button: role === 'former_doctor' ? undefined : button(t, letter, samePerson, origin),
    notes: [...(method ? [t(`visits.calendar.${method}`)] : []), t('visit.off')],
  };
}

/** The days of a subject: "from Tue 1 Dec", or the one day that all are on. */
function days(t: MailWords, { appointments, now, reader }: VisitsLetter): string {
  const [from, to] = [appointments[0].startsAt, (appointments.at(-1) ?? appointments[0]).startsAt];
  const dayOf = (start: Date) => date(start.getTime(), now.getTime(), inSentence(reader));
  const day = dayOf(from);
  return day === dayOf(to) ? day : t('visits.from', { day });
}

function button(
  t: MailWords,
  { news, role, appointments: [first] }: VisitsLetter,
  samePerson: boolean,
  origin: string,
) {
  if (role === 'patient' && ANOTHER.has(news)) {
    return { label: t('visit.another'), url: `${origin}/book/${first.doctor.id}` };
  }
  if (samePerson) return { label: t('visits.openFirst'), url: `${origin}/appointments/${first.id}` };
  return { label: t('visits.openAll'), url: `${origin}/schedule` };
}
