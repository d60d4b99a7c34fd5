import type { AppointmentView } from '@/lib/appointments/views/select';
import { clockSpan, date, elsewhere, inSentence, type Reader, sameClock, zoneCity } from '@/lib/appointments/when';
import type { VisitNews, VisitRole } from '@/lib/notifications/policy';
import type { Letter } from './letter';
import type { MailWords } from './words';

export interface VisitLetter {
  news: VisitNews;
  role: VisitRole;
  /** Of the invitation that goes with it; null: none does. */
  method: 'REQUEST' | 'CANCEL' | null;
  appointment: AppointmentView;
  now: Date;
  reader: Reader;
  clinic: { address?: string };
  origin: string;
}

/** News of a visit that does not take place: its patient may book another. */
export const ANOTHER = new Set<VisitNews>(['declined', 'canceled', 'withdrawn', 'expired']);

/** The person whom the reader sees at a visit: a patient the doctor, a doctor the patient. */
export const personSeen = (role: VisitRole, { doctor, patient }: AppointmentView) =>
  role === 'patient' ? doctor : patient;

/** The letter to one person about an appointment: with whom, when and where, never why. Days are named by their date: mail is read later. */
export function visitLetter(t: MailWords, letter: VisitLetter): Letter {
  const { news, role, method, appointment, origin } = letter;
  const side = role === 'patient' ? 'patient' : 'doctor';
  const seen = personSeen(role, appointment);
  const title = t(`visit.${side}.${news}.title`);
  const { day, inSubject, time, theirs } = times(letter, seen);
  const zone = t('visit.zone', { city: zoneCity(letter.reader.zone, letter.reader.locale) });
  const another = side === 'patient' && ANOTHER.has(news);
  const button = another
    ? { label: t('visit.another'), url: `${origin}/book/${appointment.doctor.id}` }
    : { label: t('visit.open'), url: `${origin}/appointments/${appointment.id}` };
  return {
    subject: `${title}: ${inSubject}, ${time}`,
    title,
    paragraphs: [t(`visit.${side}.${news}.text`, { name: seen.name })],
    facts: [
      [t('visit.when'), `${day}, ${time}`, zone, ...(theirs ? [t('visit.theirTime', theirs)] : [])],
      [t('visit.with'), seen.name],
      [t('visit.where'), place(t, letter)],
    ],
    // Whoever gave it away can no longer open it.
    button: role === 'former_doctor' ? undefined : button,
    notes: [...(method ? [t(`visit.calendar.${method}`)] : []), t('visit.off')],
  };
}

/** Day and time of a visit by the reader's clock, and by that of whom they see where it shows something else. */
export function times(
  { appointment, now, reader }: Pick<VisitLetter, 'appointment' | 'now' | 'reader'>,
  { name, zone }: { name: string; zone: string },
) {
  const [from, to] = [appointment.startsAt.getTime(), appointment.endsAt.getTime()];
  const within = inSentence(reader);
  const span = {
    day: date(from, now.getTime(), reader),
    inSubject: date(from, now.getTime(), within),
    time: clockSpan(from, to, reader),
  };
  if (sameClock(reader.zone, zone, from)) return { ...span, theirs: null };
  const time = elsewhere(from, now.getTime(), within, zone);
  return { ...span, theirs: { name, time, city: zoneCity(zone, reader.locale) } };
}

/** The place of a visit in words. */
export function place(t: MailWords, { appointment, clinic }: Pick<VisitLetter, 'appointment' | 'clinic'>): string {
  if (appointment.visitType === 'video') return t('visit.video');
  return clinic.address ? t('visit.inPersonAt', { address: clinic.address }) : t('visit.inPerson');
}
