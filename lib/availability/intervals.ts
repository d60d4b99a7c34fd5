/** Interval algebra over half-open spans [start, end) of numbers: milliseconds, minutes, whatever the caller counts in. */

export interface Interval {
  start: number;
  end: number;
}

export const overlaps = (a: Interval, b: Interval) => a.start < b.end && b.start < a.end;

export const contains = (outer: Interval, inner: Interval) => outer.start <= inner.start && inner.end <= outer.end;

/** Intervals of the same points, sorted, that neither overlap nor touch; empty ones are dropped. */
export function normalize<T extends Interval>(intervals: readonly T[]): Interval[] {
  const sorted = intervals.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const result: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The parts of `intervals` that none of `removed` covers. */
export function subtract(intervals: readonly Interval[], removed: readonly Interval[]): Interval[] {
  const holes = normalize(removed);
  return normalize(intervals).flatMap((interval) => {
    const parts: Interval[] = [];
    let start = interval.start;
    for (const hole of holes) {
      if (hole.end <= start) continue;
      if (hole.start >= interval.end) break;
      if (hole.start > start) parts.push({ start, end: hole.start });
      start = hole.end;
    }
    if (start < interval.end) parts.push({ start, end: interval.end });
    return parts;
  });
}

/** Pieces of `length`, one after the other with `gap` between, from the start of an interval as far as they fit. */
export function slice({ start, end }: Interval, length: number, gap: number): Interval[] {
  const pieces: Interval[] = [];
  for (let at = start; at + length <= end; at += length + gap) pieces.push({ start: at, end: at + length });
  return pieces;
}
