import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { localAt } from '@/lib/appointments/recurrence';
import type { Repeat } from '@/lib/appointments/schema/booking';

/** "09:30", by a zone's clock. */
export const clockIn = (instant: number, zone: string) => localAt(instant, zone).toString().slice(11, 16);

/** The rhythm of a rule, as it was asked for. */
export function rhythmOf(rule: string): Pick<Repeat, 'frequency' | 'interval'> {
  const dtstart = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO('UTC');
  const { freq, interval = 1 } = new RRuleTemporal({ rruleString: rule, dtstart, temporal: Temporal }).options();
  return { frequency: freq === 'MONTHLY' ? 'monthly' : 'weekly', interval };
}
