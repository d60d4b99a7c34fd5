import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { planVisits, sameDay } from '@/lib/appointments/recurrence';
import type { Repeat } from '@/lib/appointments/schema/booking';
import { shifted } from '@/lib/appointments/shift';

const weekly = (more: Partial<Repeat> = {}): Repeat => ({ frequency: 'weekly', interval: 1, except: [], ...more });
const monthly = (more: Partial<Repeat> = {}): Repeat => weekly({ frequency: 'monthly', ...more });
const at = (local: string, zone: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
const localOf = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime();
const locals = (visits: { start: number }[], zone: string) =>
  visits.map(({ start }) => localOf(start, zone).toString());

describe('the visits of a rule', () => {
  it('stay at the wall clock when the clocks change', () => {
    const { visits, rule } = planVisits(weekly({ count: 3 }), at('2027-03-21T09:00', 'Europe/Berlin'), 'Europe/Berlin');
    expect(visits.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2027-03-21T08:00:00.000Z',
      '2027-03-28T07:00:00.000Z',
      '2027-04-04T07:00:00.000Z',
    ]);
    expect(rule).toBe('FREQ=WEEKLY;COUNT=3');
  });

  it('end with a day of the doctor’s calendar, which still counts', () => {
    const zone = 'America/New_York';
    const { visits, rule } = planVisits(
      weekly({ interval: 2, until: '2027-03-30' }),
      at('2027-03-02T23:30', zone),
      zone,
    );
    expect(locals(visits, zone)).toEqual(['2027-03-02T23:30:00', '2027-03-16T23:30:00', '2027-03-30T23:30:00']);
    expect(rule).toBe('FREQ=WEEKLY;INTERVAL=2;UNTIL=20270331T035959Z');
  });

  it.each([
    ['2027-01-12T10:00', '2TU', ['2027-02-09', '2027-03-09']],
    ['2027-01-26T10:00', '4TU', ['2027-02-23', '2027-03-23']],
    // A fifth one is the last: not every month has five.
    ['2027-01-29T10:00', '-1FR', ['2027-02-26', '2027-03-26']],
  ])('a month apart keep the weekday of the month: %s is %s', (start, byDay, next) => {
    const { visits, rule } = planVisits(monthly({ count: 3 }), at(start, 'Europe/Madrid'), 'Europe/Madrid');
    expect(rule).toBe(`FREQ=MONTHLY;COUNT=3;BYDAY=${byDay}`);
    expect(locals(visits, 'Europe/Madrid').slice(1)).toEqual(next.map((date) => `${date}T10:00:00`));
  });

  it('say which time does not exist', () => {
    const { visits } = planVisits(weekly({ count: 3 }), at('2027-03-21T02:30', 'Europe/Berlin'), 'Europe/Berlin');
    expect(visits.map(({ kind }) => kind)).toEqual(['instant', 'does_not_exist', 'instant']);
    expect(new Date(visits[1]?.start ?? 0).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });

  it('ask which of two is meant, and take the answer', () => {
    const start = at('2027-03-28T01:45', 'Australia/Lord_Howe');
    const rule = (twice: Repeat['twice']) => planVisits(weekly({ count: 3, twice }), start, 'Australia/Lord_Howe');
    const second = rule(undefined).visits[1];
    expect(second).toEqual({ kind: 'ambiguous', start: Date.parse('2027-04-03T14:45:00Z') });
    expect(rule('first').visits[1]).toEqual({ kind: 'instant', start: Date.parse('2027-04-03T14:45:00Z') });
    expect(rule('second').visits[1]).toEqual({ kind: 'instant', start: Date.parse('2027-04-03T15:15:00Z') });
  });

  it('are one more than allowed when there would be too many, and none when the end comes first', () => {
    const start = at('2027-01-05T09:00', 'UTC');
    expect(planVisits(weekly({ until: '2999-01-01' }), start, 'UTC').visits).toHaveLength(53);
    expect(planVisits(weekly({ until: '2026-12-01' }), start, 'UTC').visits.length).toBeLessThan(2);
  });
});

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];
const instant = fc
  .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2030, 0) })
  .map((ms) => Math.floor(ms / 60_000) * 60_000);
const repeat = fc.record({
  frequency: fc.constantFrom('weekly' as const, 'monthly' as const),
  interval: fc.integer({ min: 1, max: 12 }),
  count: fc.integer({ min: 2, max: 52 }),
  twice: fc.constantFrom('first' as const, 'second' as const),
  except: fc.constant<Date[]>([]),
});

describe('in any zone', () => {
  it('every visit shows the same time on the wall, on the same weekday, unless that time does not exist', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instant, repeat, (zone, start, rule) => {
        const { visits } = planVisits(rule, start, zone);
        const first = localOf(start, zone);
        expect(visits).toHaveLength(rule.count);
        for (const [index, { start: other, kind }] of visits.entries()) {
          const local = localOf(other, zone);
          expect(local.dayOfWeek).toBe(first.dayOfWeek);
          if (kind === 'instant') expect(local.toPlainTime().equals(first.toPlainTime())).toBe(true);
          else expect(kind).toBe('does_not_exist');
          const days = first.toPlainDate().until(local.toPlainDate()).days;
          if (rule.frequency === 'weekly') expect(days).toBe(index * rule.interval * 7);
          else
            expect(
              local
                .toPlainDate()
                .toPlainYearMonth()
                .equals(
                  first
                    .toPlainDate()
                    .toPlainYearMonth()
                    .add({ months: index * rule.interval }),
                ),
            ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a shift moves every visit by as much on the wall, and back again', () => {
    const days = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        instant,
        instant,
        days,
        fc.integer({ min: 0, max: 1439 }),
        (zone, seen, other, by, minute) => {
          const from = localOf(seen, zone);
          const wanted = from
            .toPlainDate()
            .add({ days: by })
            .toPlainDateTime(Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }));
          const to = wanted.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
          const moved = shifted(other, { from: seen, to }, zone, 'first');
          fc.pre(moved.kind === 'instant');
          const way = (one: number, two: number) => localOf(one, zone).until(localOf(two, zone)).toString();
          expect(way(other, moved.start)).toBe(way(seen, to));
          const back = shifted(moved.start, { from: to, to: seen }, zone, 'first');
          fc.pre(back.kind === 'instant');
          expect(localOf(back.start, zone).equals(localOf(other, zone))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('two instants share a day as the calendar there says', () => {
    expect(sameDay(Date.parse('2027-03-01T18:00Z'), Date.parse('2027-03-02T10:00Z'), 'Asia/Kathmandu')).toBe(false);
    expect(sameDay(Date.parse('2027-03-01T18:20Z'), Date.parse('2027-03-02T10:00Z'), 'Asia/Kathmandu')).toBe(true);
  });
});
