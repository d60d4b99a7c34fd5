import type { Week } from '@/lib/appointments/week';
import { opening, type Reader } from '@/lib/appointments/when';

const TAGS = { en: 'en-GB', es: 'es-ES' } as const;

// An ISO date read as midnight UTC and written in UTC stays the same day everywhere.
const format = (locale: Reader['locale'], options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(TAGS[locale], { timeZone: 'UTC', ...options });

/** "Tue 24". */
export function dayLabel(date: string, reader: Reader): string {
  const parts = format(reader.locale, { weekday: 'short', day: 'numeric' }).formatToParts(new Date(date));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${opening(part('weekday'), reader)} ${part('day')}`;
}

/** "23–29 November 2026". */
export function weekLabel(week: Week, { locale }: Reader): string {
  const [first, last] = [week.days[0], week.days[6]].map((day) => new Date(day?.date ?? 0));
  if (!first || !last) return '';
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(first, last);
}
