import { Temporal } from 'temporal-polyfill';

/** A week from Monday in one zone. Days are ISO dates; instants are milliseconds since the epoch, `to` exclusive. */
export interface Week {
  days: { date: string; from: number; to: number; weekend: boolean; today: boolean }[];
  from: number;
  to: number;
  /** Mondays of the weeks around. */
  previous: string;
  next: string;
  /** True where today is one of the days. */
  current: boolean;
}

// A day of a week far outside any calendar breaks date arithmetic; nobody books there.
const [EARLIEST, LATEST] = ['1970-01-05', '2200-01-01'];

function parseDay(value: string | undefined): Temporal.PlainDate | null {
  if (!value || !/^\d{4}-\d\d-\d\d$/.test(value) || value < EARLIEST || value > LATEST) return null;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** The week that holds the ISO date `value` in `zone` (IANA), or the present one when `value` is no date. */
export function weekOf(value: string | undefined, now: number, zone: string): Week {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const some = parseDay(value) ?? today;
  const monday = some.subtract({ days: some.dayOfWeek - 1 });
  // A day starts where its zone says: not always at 00:00, and a day is not always 24 hours long.
  const starts = Array.from({ length: 8 }, (_, i) => monday.add({ days: i }).toZonedDateTime(zone).epochMilliseconds);
  const days = starts.slice(0, 7).map((from, i) => {
    const date = monday.add({ days: i });
    return { date: date.toString(), from, to: starts[i + 1] ?? from, weekend: i > 4, today: date.equals(today) };
  });
  return {
    days,
    from: starts[0] ?? 0,
    to: starts[7] ?? 0,
    previous: monday.subtract({ weeks: 1 }).toString(),
    next: monday.add({ weeks: 1 }).toString(),
    current: days.some((day) => day.today),
  };
}

/** Puts things that start at an instant into the days of a week, in their order. */
export function byDay<T>(week: Week, items: readonly T[], startsAt: (item: T) => number) {
  return week.days.map((day) => ({
    ...day,
    items: items.filter((item) => startsAt(item) >= day.from && startsAt(item) < day.to),
  }));
}

/** The ISO date `value` in `zone` (IANA) as instants in milliseconds since the epoch, `to` exclusive; null when it is no date. */
export function dayIn(value: string | undefined, zone: string): { from: number; to: number } | null {
  const date = parseDay(value);
  const start = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return date && { from: start(date), to: start(date.add({ days: 1 })) };
}
