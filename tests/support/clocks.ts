import { Temporal } from 'temporal-polyfill';

interface ClockChange {
  /** A wall-clock time half an hour from the change that is skipped or comes twice. */
  local: Temporal.PlainDateTime;
  /** Milliseconds since the epoch: what a skipped time becomes by a clock not yet changed, or the first and second of two. */
  instants: number[];
}

/** The first change of clocks in a zone that is a month or more away; it changes by an hour. */
export function nextClockChange(zone: string, way: 'forward' | 'back'): ClockChange {
  let at = Temporal.Now.zonedDateTimeISO(zone).add({ months: 1 });
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next) throw new Error(`the clocks of ${zone} do not change`);
    const goesForward = next.offsetNanoseconds > next.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    at = next;
    if (goesForward !== (way === 'forward')) continue;
    const half = { minutes: 30 };
    const local = goesForward ? next.toPlainDateTime().subtract(half) : next.toPlainDateTime().add(half);
    const [before, after] = [next.subtract(half).epochMilliseconds, next.add(half).epochMilliseconds];
    return { local, instants: goesForward ? [after] : [before, after] };
  }
}
