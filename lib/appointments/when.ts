import { Temporal } from 'temporal-polyfill';

/** Words for times. Instants come in as milliseconds since the epoch; what comes out is in the reader's zone and language. */
export interface Reader {
  locale: 'en' | 'es';
  /** IANA name. */
  zone: string;
  /** The words stand within a sentence, where "today" has no capital, nor a Spanish weekday; else on a line of their own. */
  inSentence?: boolean;
}

/** A reader of words that go into a sentence. */
export const inSentence = (reader: Reader): Reader => ({ ...reader, inSentence: true });

// The clinic writes 16:00 and 26 Nov in both languages.
const TAGS = { en: 'en-GB', es: 'es-ES' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function parts({ locale, zone }: Reader, instant: number, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${zone} ${Object.keys(options).join()} ${Object.values(options).join()}`;
  let format = formats.get(key);
  if (!format) {
    // One reader's zone after another would fill the memory of a server that runs for months.
    if (formats.size > 500) formats.clear();
    format = new Intl.DateTimeFormat(TAGS[locale], { timeZone: zone, ...options });
    formats.set(key, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}

const zoned = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

/** A text as a line begins, or as the language writes it within a sentence. */
export const opening = (text: string, { inSentence }: Reader) =>
  inSentence ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** Calendar days from the day of `now` to the day of `instant`, in the zone. */
export function daysAway(instant: number, now: number, zone: string): number {
  const from = zoned(now, zone).toPlainDate();
  return from.until(zoned(instant, zone).toPlainDate(), { largestUnit: 'days' }).days;
}

/** "10:30". */
export function clock(instant: number, reader: Reader): string {
  const { hour, minute } = parts(reader, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${hour}:${minute}`;
}

/** "10:30–11:00". */
export const clockSpan = (from: number, to: number, reader: Reader) => `${clock(from, reader)}–${clock(to, reader)}`;

/** "Thu 26 Nov", with the year when it is not this one. */
export function date(instant: number, now: number, reader: Reader): string {
  const {
    weekday = '',
    day,
    month,
    year,
  } = parts(reader, instant, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const other = zoned(now, reader.zone).year === zoned(instant, reader.zone).year ? '' : ` ${year}`;
  return `${opening(weekday, reader)} ${day} ${month}${other}`;
}

/** "Today", "Tomorrow", "Yesterday", else as `date`. */
export function day(instant: number, now: number, reader: Reader): string {
  const away = daysAway(instant, now, reader.zone);
  if (Math.abs(away) > 1) return date(instant, now, reader);
  return opening(new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(away, 'day'), reader);
}

/** "Today, 10:30" or, with an end, "Thu 26 Nov, 16:00–16:50". */
export function when(from: number, to: number | null, now: number, reader: Reader): string {
  return `${day(from, now, reader)}, ${to === null ? clock(from, reader) : clockSpan(from, to, reader)}`;
}

/** A moment for a sentence such as "Opens Thursday at 15:30": how near it is, its day's name and its time. */
export function moment(instant: number, now: number, reader: Reader) {
  const away = daysAway(instant, now, reader.zone);
  const { weekday = '' } = parts(reader, instant, { weekday: 'long' });
  const { day, month } = parts(reader, instant, { day: 'numeric', month: 'long' });
  const time = clock(instant, reader);
  if (away === 0) return { kind: 'today', day: '', time };
  if (away === 1) return { kind: 'tomorrow', day: '', time };
  if (away > 1 && away < 7) return { kind: 'weekday', day: weekday, time };
  return { kind: 'date', day: reader.locale === 'es' ? `${day} de ${month}` : `${day} ${month}`, time };
}

const SPANISH: Record<string, string> = {
  Athens: 'Atenas',
  Berlin: 'Berlín',
  Brussels: 'Bruselas',
  Cairo: 'El Cairo',
  Copenhagen: 'Copenhague',
  Dublin: 'Dublín',
  Geneva: 'Ginebra',
  Istanbul: 'Estambul',
  Lisbon: 'Lisboa',
  London: 'Londres',
  'Los Angeles': 'Los Ángeles',
  'Mexico City': 'Ciudad de México',
  Moscow: 'Moscú',
  'New York': 'Nueva York',
  Paris: 'París',
  Rome: 'Roma',
  Stockholm: 'Estocolmo',
  Tokyo: 'Tokio',
  Vienna: 'Viena',
  Warsaw: 'Varsovia',
  Zurich: 'Zúrich',
};

/** The city that an IANA zone is called after: "Europe/Madrid" → "Madrid". */
export function zoneCity(zone: string, locale: Reader['locale']): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return locale === 'es' ? (SPANISH[city] ?? city) : city;
}

/** True where clocks in both zones show the same at an instant. */
export function sameClock(zone: string, other: string, instant: number): boolean {
  return zone === other || zoned(instant, zone).offsetNanoseconds === zoned(instant, other).offsetNanoseconds;
}

/** "2026-12-01": the day in a zone as machines write it. */
export const isoDate = (instant: number, zone: string) => zoned(instant, zone).toPlainDate().toString();

/** An instant by another zone's clock: "09:30", with its day when that is not the reader's: "Wed 25 Nov, 23:30". */
export function elsewhere(instant: number, now: number, reader: Reader, zone: string): string {
  const there = { ...reader, zone };
  const sameDay = zoned(instant, zone).toPlainDate().equals(zoned(instant, reader.zone).toPlainDate());
  return sameDay ? clock(instant, there) : `${date(instant, now, there)}, ${clock(instant, there)}`;
}

/** The next midnight of a zone after `now`: when "tomorrow" becomes "today". Milliseconds since the epoch. */
export function nextMidnight(now: number, zone: string): number {
  return zoned(now, zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** Part of the day for a greeting. */
export function partOfDay(now: number, zone: string): 'morning' | 'afternoon' | 'evening' {
  const { hour } = zoned(now, zone);
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
