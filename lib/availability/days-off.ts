import { Temporal } from 'temporal-polyfill';
import type { Interval } from '@/lib/availability/intervals';
import { type Hours, instantOf } from '@/lib/availability/policy';

/** Days that were not off and now are, as spans of instants in the doctor's zone (milliseconds since the epoch). */
export function daysOff(exceptions: Record<string, readonly unknown[]>, before: Hours): Interval[] {
  return Object.entries(exceptions)
    .filter(([date, spans]) => spans.length === 0 && before.exceptions.get(date)?.length !== 0)
    .map(([date]) => {
      const day = Temporal.PlainDate.from(date);
      return { start: instantOf(day, 0, before.zone), end: instantOf(day, 1440, before.zone) };
    });
}
