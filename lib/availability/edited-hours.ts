import type { Hours } from '@/lib/availability/policy';
import type { HoursInput } from '@/lib/availability/schema';

/** Hours as they are edited, as the slot rules read them. */
export function hoursOf({ weekly, exceptions, revision: _, ...lengths }: HoursInput, zone: string): Hours {
  return {
    ...lengths,
    zone,
    weekly: weekly.flatMap((spans, index) => spans.map((span) => ({ ...span, weekday: index + 1 }))),
    exceptions: new Map(Object.entries(exceptions)),
  };
}
