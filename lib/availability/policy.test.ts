import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { bookable, freeSlots, type Hours, slotAt, slotsByHours } from '@/lib/availability/policy';
import { byClock, withinHours } from '@/lib/availability/within-hours';
import { overlaps } from './intervals';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString();

function hours(zone: string, more: Partial<Hours> = {}): Hours {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    startMinute: 9 * 60,
    endMinute: 12 * 60,
    visitTypes: ['video' as const],
  }));
  return {
    zone,
    slotMinutes: 50,
    breakMinutes: 10,
    noticeMinutes: 120,
    horizonDays: 60,
    weekly,
    exceptions: new Map(),
    ...more,
  };
}
const early = (zone: string, more: Partial<Hours> = {}) =>
  hours(zone, {
    slotMinutes: 30,
    breakMinutes: 0,
    weekly: [{ weekday: 7, startMinute: 60, endMinute: 4 * 60, visitTypes: ['video'] }],
    ...more,
  });
const startsOn = (date: string, of: Hours) => {
  const day = Temporal.PlainDate.from(date).toZonedDateTime(of.zone);
  return slotsByHours(of, day.epochMilliseconds, day.add({ days: 1 }).epochMilliseconds).map(({ start }) => iso(start));
};

describe('slots by the hours', () => {
  it('follow each other with the break between, as far as they fit', () => {
    expect(startsOn('2026-11-24', hours('Europe/London'))).toEqual([
      '2026-11-24T09:00:00Z',
      '2026-11-24T10:00:00Z',
      '2026-11-24T11:00:00Z',
    ]);
  });

  it('are the doctor’s in Kathmandu (+5:45) and St John’s (−3:30 in winter, −2:30 in summer)', () => {
    expect(startsOn('2026-11-24', hours('Asia/Kathmandu'))[0]).toBe('2026-11-24T03:15:00Z');
    expect(startsOn('2026-11-24', hours('America/St_Johns'))[0]).toBe('2026-11-24T12:30:00Z');
    expect(startsOn('2026-07-01', hours('America/St_Johns'))[0]).toBe('2026-07-01T11:30:00Z');
  });

  it('may end at midnight', () => {
    const late = hours('Europe/Berlin', {
      slotMinutes: 60,
      breakMinutes: 0,
      weekly: [{ weekday: 2, startMinute: 22 * 60, endMinute: 1440, visitTypes: ['video'] }],
    });
    expect(startsOn('2026-11-24', late)).toEqual(['2026-11-24T21:00:00Z', '2026-11-24T22:00:00Z']);
  });

  it('an exception replaces a day, or takes it off', () => {
    const spans = [{ startMinute: 840, endMinute: 900, visitTypes: ['in_person' as const] }];
    const of = hours('Europe/London', {
      exceptions: new Map([
        ['2026-11-24', spans],
        ['2026-11-25', []],
      ]),
    });
    expect(startsOn('2026-11-24', of)).toEqual(['2026-11-24T14:00:00Z']);
    expect(startsOn('2026-11-25', of)).toEqual([]);
    expect(startsOn('2026-11-26', of)).toHaveLength(3);
  });

  it('come by their start, in whatever order the hours of a day were entered', () => {
    const span = (startMinute: number) => ({
      startMinute,
      endMinute: startMinute + 60,
      visitTypes: ['video' as const],
    });
    const of = hours('Europe/London', { exceptions: new Map([['2026-11-24', [span(900), span(540), span(720)]]]) });
    expect(startsOn('2026-11-24', of)).toEqual([
      '2026-11-24T09:00:00Z',
      '2026-11-24T12:00:00Z',
      '2026-11-24T15:00:00Z',
    ]);
  });

  it('leave out the one that starts as the time asked for ends', () => {
    const asked = slotsByHours(hours('Europe/London'), at('2026-11-24T09:00:00Z'), at('2026-11-24T11:00:00Z'));
    expect(asked.map(({ start }) => iso(start))).toEqual(['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z']);
  });
});

describe('on days when clocks change', () => {
  it('Berlin skips 2:00–3:00: the hour is not there', () => {
    // 1:00–4:00 by the wall is two hours on 29 March 2026.
    expect(startsOn('2026-03-29', early('Europe/Berlin'))).toEqual([
      '2026-03-29T00:00:00Z',
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:30:00Z',
    ]);
  });

  it('Berlin repeats 2:00–3:00: the hour is there twice', () => {
    expect(startsOn('2026-10-25', early('Europe/Berlin'))).toHaveLength(8);
  });

  it('a span that begins in the skipped hour begins at the change', () => {
    const of = early('America/New_York', {
      weekly: [{ weekday: 7, startMinute: 150, endMinute: 240, visitTypes: ['video'] }],
    });
    expect(startsOn('2026-03-08', of)[0]).toBe('2026-03-08T07:00:00Z');
  });

  it('a span that begins in the repeated hour begins the first time', () => {
    const of = early('Europe/Berlin', {
      weekly: [{ weekday: 7, startMinute: 150, endMinute: 240, visitTypes: ['video'] }],
    });
    expect(startsOn('2026-10-25', of)[0]).toBe('2026-10-25T00:30:00Z');
  });

  it('Lord Howe moves by half an hour', () => {
    expect(startsOn('2026-10-04', early('Australia/Lord_Howe'))).toHaveLength(5);
    expect(startsOn('2026-04-05', early('Australia/Lord_Howe'))).toHaveLength(7);
  });

  it('nine o’clock stays nine o’clock', () => {
    expect(startsOn('2026-03-28', hours('Europe/Berlin'))[0]).toBe('2026-03-28T08:00:00Z');
    expect(startsOn('2026-03-29', hours('Europe/Berlin'))[0]).toBe('2026-03-29T07:00:00Z');
  });
});

describe('free slots', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe'];
  const scene = fc.record({
    zone: fc.constantFrom(...zones),
    now: fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') }),
    slotMinutes: fc.integer({ min: 5, max: 120 }),
    breakMinutes: fc.integer({ min: 0, max: 30 }),
    noticeMinutes: fc.integer({ min: 0, max: 3000 }),
    horizonDays: fc.integer({ min: 1, max: 20 }),
    busy: fc.array(fc.tuple(fc.integer({ min: -2, max: 20 * 24 }), fc.integer({ min: 1, max: 5 })), { maxLength: 12 }),
  });

  it('are within the hours and the bounds, free, apart, and all that is so', () => {
    fc.assert(
      fc.property(scene, ({ zone, now, busy: taken, ...more }) => {
        const of = hours(zone, more);
        const busy = taken.map(([hour, length]) => ({
          start: now + hour * 60 * MINUTE,
          end: now + (hour + length) * 60 * MINUTE,
        }));
        const [from, to] = [now - DAY, now + 25 * DAY];
        const free = freeSlots(of, busy, from, to, now);
        const bounds = bookable(of, now);
        for (const [index, slot] of free.entries()) {
          expect(slot.end - slot.start).toBe(more.slotMinutes * MINUTE);
          expect(slot.start >= bounds.start && slot.start < bounds.end).toBe(true);
          expect(busy.some((span) => overlaps(span, slot))).toBe(false);
          const next = free[index + 1];
          if (next) expect(next.start).toBeGreaterThanOrEqual(slot.end);
          const clock = Temporal.Instant.fromEpochMilliseconds(slot.start).toZonedDateTimeISO(zone);
          expect(clock.hour >= 9 && clock.hour < 12).toBe(true);
          expect(slotAt(of, slot.start, 'video', now)).toEqual(slot);
        }
        const possible = slotsByHours(of, from, to).filter(
          (slot) => slot.start >= bounds.start && slot.start < bounds.end && !busy.some((span) => overlaps(span, slot)),
        );
        expect(free).toEqual(possible);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a time that cannot be booked says why', () => {
  const of = hours('Europe/London', { noticeMinutes: 120, horizonDays: 7 });
  const now = at('2026-11-24T08:30:00Z');
  it.each([
    ['2026-11-24T08:30:00Z', 'in_the_past'],
    ['2026-11-23T09:00:00Z', 'in_the_past'],
    ['2026-11-24T10:00:00Z', 'too_soon'],
    ['2026-12-01T09:00:00Z', 'too_far'],
    ['2026-11-24T15:00:00Z', 'outside_hours'],
    ['2026-11-24T11:05:00Z', 'outside_hours'],
  ])('%s: %s', (start, code) => expect(slotAt(of, at(start), 'video', now)).toBe(code));
  it('the earliest and the latest that can: notice before, and the last of the horizon’s days', () => {
    const nine = at('2026-11-24T09:00:00Z');
    const bound = (more: Partial<Hours>, now: number) => slotAt({ ...of, ...more }, nine, 'video', now);
    expect(bound({}, nine - 120 * MINUTE)).toMatchObject({ start: nine });
    expect(bound({}, nine - 120 * MINUTE + 1)).toBe('too_soon');
    expect(bound({}, nine - 7 * DAY)).toBe('too_far');
    expect(bound({}, nine - 7 * DAY + 1)).toMatchObject({ start: nine });
  });
  it('a kind of visit that is not offered then', () =>
    expect(slotAt(of, at('2026-11-24T11:00:00Z'), 'in_person', now)).toBe('visit_type_not_offered'));
});

describe('a time within the hours', () => {
  const half = { startMinute: 12 * 60, endMinute: 13 * 60, visitTypes: ['video' as const, 'in_person' as const] };
  const berlin = hours('Europe/Berlin', {
    weekly: [...hours('Europe/Berlin').weekly, { ...half, weekday: 2 }],
    exceptions: new Map([['2026-12-01', []]]),
  });
  const lies = (from: string, to: string, type: 'video' | 'in_person' = 'video', of = berlin) =>
    withinHours(of, byClock({ start: at(from), end: at(to) }, of.zone), type);

  it('need not be a slot, and may reach over two spans that touch', () => {
    expect(lies('2026-11-24T08:07:00Z', '2026-11-24T08:37:00Z')).toBe(true);
    expect(lies('2026-11-24T10:30:00Z', '2026-11-24T12:00:00Z')).toBe(true);
    // Wednesday has no second span.
    expect(lies('2026-11-25T10:30:00Z', '2026-11-25T11:30:00Z')).toBe(false);
  });
  it('lies there as a whole, where this kind of visit is offered, on a day that is not off', () => {
    expect(lies('2026-11-24T07:59:00Z', '2026-11-24T08:29:00Z')).toBe(false);
    expect(lies('2026-11-24T11:45:00Z', '2026-11-24T12:15:00Z')).toBe(false);
    expect(lies('2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z', 'in_person')).toBe(false);
    expect(lies('2026-11-24T11:00:00Z', '2026-11-24T11:30:00Z', 'in_person')).toBe(true);
    expect(lies('2026-12-01T09:00:00Z', '2026-12-01T09:30:00Z')).toBe(false);
  });
  it('may reach over a midnight that both days are open around', () => {
    const weekly = [1, 2].map((weekday) => ({ ...half, weekday, startMinute: 0, endMinute: 1440 }));
    const nights = hours('Europe/Berlin', { weekly });
    expect(lies('2026-11-23T22:30:00Z', '2026-11-23T23:30:00Z', 'video', nights)).toBe(true);
    expect(lies('2026-11-24T22:30:00Z', '2026-11-24T23:00:00Z', 'video', nights)).toBe(true);
    expect(lies('2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z', 'video', nights)).toBe(false);
  });
});
