import { bookingInput, repeatInput } from '@/lib/appointments/schema/booking';
import { textOf } from '@/lib/platform/schema';

/** The repetition of a visit as it is chosen in a form. */
export interface RepeatChoice {
  /** '' (not at all), or 'weekly:2': every second week. */
  every: string;
  ends: 'count' | 'until';
  count: string;
  /** ISO date. */
  until: string;
  /** The one of two that is meant where a time comes twice. */
  twice?: 'first' | 'second';
  /** Starts that are left out, ISO 8601. */
  except: string[];
}

/** A form's choice as the `repeat` of a booking's body, still to be parsed; undefined: not at all. */
export function repeatBody(choice: unknown) {
  const { every, ends, count, until, twice, except }: Partial<RepeatChoice> = Object(choice);
  if (!every) return undefined;
  const [frequency, interval] = textOf(every).split(':');
  const end = ends === 'until' ? { until } : { count: Number(textOf(count)) };
  return { frequency, interval: Number(interval), ...end, twice, except };
}

/** The times of a series that a form asks to see, before there is a reason to write down. */
export const seriesTimesInput = bookingInput.omit({ reason: true }).extend({ repeat: repeatInput });
