import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Interval, normalize, overlaps, slice, subtract } from './intervals';

const interval = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]): Interval => ({ start, end: start + length }));
const intervals = fc.array(interval, { maxLength: 8 });
const points = (list: readonly Interval[]) =>
  Array.from({ length: 90 }, (_, point) => list.some(({ start, end }) => start <= point && point < end));

describe('interval algebra', () => {
  it('normalize keeps the points, sorted, apart from each other', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const result = normalize(list);
        expect(points(result)).toEqual(points(list));
        for (const [index, { start, end }] of result.entries()) {
          expect(start).toBeLessThan(end);
          expect((result[index + 1]?.start ?? Number.POSITIVE_INFINITY) > end).toBe(true);
        }
      }),
    );
  });

  it('normalize changes nothing the second time, and not what it was given', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const before = structuredClone(list);
        expect(normalize(normalize(list))).toEqual(normalize(list));
        expect(list).toEqual(before);
      }),
    );
  });

  it('subtract leaves exactly the points that are in one and not in the other', () => {
    fc.assert(
      fc.property(intervals, intervals, (list, removed) => {
        const [inList, inRemoved] = [points(list), points(removed)];
        expect(points(subtract(list, removed))).toEqual(inList.map((inside, point) => inside && !inRemoved[point]));
      }),
    );
  });

  it('slices lie inside, do not overlap, keep the gap, and no further one would fit', () => {
    fc.assert(
      fc.property(interval, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 5 }), (whole, length, gap) => {
        const pieces = slice(whole, length, gap);
        for (const [index, piece] of pieces.entries()) {
          expect(contains(whole, piece)).toBe(true);
          expect(piece.end - piece.start).toBe(length);
          const next = pieces[index + 1];
          if (next) expect(next.start - piece.end).toBe(gap);
        }
        const nextStart = pieces.length === 0 ? whole.start : (pieces.at(-1)?.end ?? 0) + gap;
        expect(nextStart + length).toBeGreaterThan(whole.end);
      }),
    );
  });

  it('touching is not overlapping', () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false);
    expect(overlaps({ start: 0, end: 5 }, { start: 4, end: 9 })).toBe(true);
  });
});
