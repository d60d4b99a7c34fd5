import { Temporal } from 'temporal-polyfill';

export interface LocalTime {
  kind: 'instant' | 'does_not_exist' | 'ambiguous';
  /** The instants that the words may mean, earliest first, in milliseconds since the epoch: one, none, or two. */
  options: number[];
}

/**
 * The instants that a date ("2026-11-24") and a time ("09:30") typed by someone's clock mean in a zone (IANA). A change of clocks skips
 * some times and repeats others: which of two is meant is for the person to say. Null: no date or no time.
 */
export function localTime(date: string, time: string, zone: string): LocalTime | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return null;
  const local = plain(`${date}T${time}`);
  if (!local) return null;
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  try {
    const { epochMilliseconds } = local.toZonedDateTime(zone, { disambiguation: 'reject' });
    return { kind: 'instant', options: [epochMilliseconds] };
  } catch {
    if (!earlier.toPlainDateTime().equals(local)) return { kind: 'does_not_exist', options: [] };
    return { kind: 'ambiguous', options: [earlier.epochMilliseconds, later.epochMilliseconds] };
  }
}

function plain(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** The distance of a zone's clock from UTC at an instant: "+02:00". */
export const offsetAt = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offset;
