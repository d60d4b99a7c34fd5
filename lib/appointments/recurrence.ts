import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { MOST_IN_SERIES, type Repeat } from '@/lib/appointments/schema/booking';

/** A visit of a series as its rule has it. */
export interface PlannedVisit {
  /**
   * Milliseconds since the epoch. Of a time that a change of clocks skips: the one that a clock not yet changed would show. Of one that
   * comes twice: the first.
   */
  start: number;
  /** An `instant` where the wall clock shows its time once that day; else it shows it never, or twice. */
  kind: 'instant' | 'does_not_exist' | 'ambiguous';
}

interface Plan {
  /** RFC 5545 RRULE. */
  rule: string;
  /** The first start on the wall clock, ISO 8601 without a zone. */
  localStart: string;
  /** One more than allowed where the rule makes too many. */
  visits: PlannedVisit[];
}

export type Twice = Repeat['twice'];

export const localAt = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();

/** The visit that a wall-clock time means in a zone: see PlannedVisit. */
export function resolve(local: Temporal.PlainDateTime, zone: string, twice: Twice): PlannedVisit {
  const at = (disambiguation: 'earlier' | 'later') => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  const [earlier, later] = [at('earlier'), at('later')];
  if (earlier === later) return { start: earlier, kind: 'instant' };
  if (!localAt(earlier, zone).equals(local)) return { start: later, kind: 'does_not_exist' };
  return { start: twice === 'second' ? later : earlier, kind: twice ? 'instant' : 'ambiguous' };
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The weekday of an instant in a zone, and its number in its month; a fifth one is the last (-1), which every month has. */
export function weekdayOfMonth(instant: number, zone: string) {
  const { day, dayOfWeek } = localAt(instant, zone);
  const nth = Math.ceil(day / 7);
  return { nth: nth > 4 ? -1 : nth, weekday: WEEKDAYS[dayOfWeek - 1] ?? 'MO' };
}

/**
 * The visits of a series whose first one starts at `start` (milliseconds since the epoch), each at the same time by the wall clock of
 * `zone` (IANA).
 */
export function planVisits(repeat: Repeat, start: number, zone: string): Plan {
  const local = localAt(start, zone);
  const { frequency, interval, count, until } = repeat;
  const { nth, weekday } = weekdayOfMonth(start, zone);
  const ruleIn = (clock: string) =>
    new RRuleTemporal({
      freq: frequency === 'weekly' ? 'WEEKLY' : 'MONTHLY',
      interval,
      count,
      until: until
        ? Temporal.PlainDate.from(until).toZonedDateTime({ timeZone: clock, plainTime: '23:59:59' })
        : undefined,
      byDay: frequency === 'monthly' ? [`${nth}${weekday}`] : undefined,
      dtstart: local.toZonedDateTime(clock),
      temporal: Temporal,
    });
  // Counted on a clock that never changes: in the zone itself the library passes over times that do not exist, and nobody would hear of it.
  const dates = ruleIn('UTC').all((_, index) => index <= MOST_IN_SERIES);
  const visits = dates.map((date, index) =>
    index === 0 ? ({ start, kind: 'instant' } as const) : resolve(date.toPlainDateTime(), zone, repeat.twice),
  );
  const rule = ruleIn(zone).toString().split('RRULE:')[1] ?? '';
  return { rule, localStart: local.toString(), visits };
}

/** True for two instants (milliseconds since the epoch) on the same day of a zone's calendar: a rule has one visit a day. */
export const sameDay = (one: number, other: number, zone: string) =>
  localAt(one, zone).toPlainDate().equals(localAt(other, zone).toPlainDate());
