import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDay, dayIn, weekOf } from './week';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Apia',
];
const HOUR = 3_600_000;
const now = Date.parse('2026-11-24T09:30:00Z');
const hours = (week: ReturnType<typeof weekOf>) => week.days.map(({ from, to }) => (to - from) / HOUR);

describe('weekOf', () => {
  test('runs from Monday to Sunday around any of its days', () => {
    for (const date of ['2026-11-23', '2026-11-26', '2026-11-29']) {
      const week = weekOf(date, now, 'Europe/London');
      expect(week.days.map((day) => day.date)).toEqual([
        '2026-11-23',
        '2026-11-24',
        '2026-11-25',
        '2026-11-26',
        '2026-11-27',
        '2026-11-28',
        '2026-11-29',
      ]);
      expect([week.previous, week.next, week.current]).toEqual(['2026-11-16', '2026-11-30', true]);
      expect(week.days.filter((day) => day.today).map((day) => day.date)).toEqual(['2026-11-24']);
      expect(week.days.filter((day) => day.weekend)).toHaveLength(2);
    }
  });

  test.each([
    undefined,
    '',
    'next',
    '2026-02-30',
    '2026-13-01',
    '26-11-24',
    '2026-11-24T00:00',
    '9999-12-31',
    '-271821-04-19',
  ])('shows the present week for %j', (value) => expect(weekOf(value, now, 'UTC').days[0]?.date).toBe('2026-11-23'));

  test('is the week of the doctor’s own day', () => {
    const sundayNight = Date.parse('2026-11-22T23:30:00Z');
    expect(weekOf(undefined, sundayNight, 'UTC').days[0]?.date).toBe('2026-11-16');
    expect(weekOf(undefined, sundayNight, 'Europe/Berlin').days[0]?.date).toBe('2026-11-23');
  });

  test.each([
    ['Europe/Berlin', '2026-10-25', [24, 24, 24, 24, 24, 24, 25]],
    ['Europe/Berlin', '2027-03-28', [24, 24, 24, 24, 24, 24, 23]],
    ['America/New_York', '2026-11-01', [24, 24, 24, 24, 24, 24, 25]],
    ['America/New_York', '2027-03-14', [24, 24, 24, 24, 24, 24, 23]],
    ['Australia/Lord_Howe', '2026-10-04', [24, 24, 24, 24, 24, 24, 23.5]],
    ['Australia/Lord_Howe', '2027-04-04', [24, 24, 24, 24, 24, 24, 24.5]],
  ])('days have the hours of the clock in %s around %s', (zone, date, expected) => {
    expect(hours(weekOf(date, now, zone))).toEqual(expected);
  });

  test('weeks follow each other without gap or overlap', () => {
    const anyDay = fc.date({ min: new Date('1971-01-01'), max: new Date('2190-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...ZONES), (date, zone) => {
        const iso = date.toISOString().slice(0, 10);
        const week = weekOf(iso, now, zone);
        const next = weekOf(week.next, now, zone);
        expect(week.days.some((day) => day.date === iso)).toBe(true);
        expect(next.from).toBe(week.to);
        expect(next.previous).toBe(week.days[0]?.date);
        expect(week.days.slice(1).every((day, i) => day.from === week.days[i]?.to)).toBe(true);
      }),
    );
  });
});

describe('byDay', () => {
  test('puts every instant of the week into exactly one day, the one that its zone’s calendar names', () => {
    const instant = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2100-01-01') });
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const named = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
        const days = byDay(weekOf(named, now, zone), [at], (item) => item);
        expect(days.filter((day) => day.items.length > 0).map((day) => day.date)).toEqual([named]);
      }),
    );
  });

  test('keeps a visit in the hour that comes twice on its own day', () => {
    const twice = [Date.parse('2026-10-25T00:30:00Z'), Date.parse('2026-10-25T01:30:00Z')];
    const days = byDay(weekOf('2026-10-25', now, 'Europe/Berlin'), twice, (item) => item);
    expect(days.map((day) => day.items.length)).toEqual([0, 0, 0, 0, 0, 0, 2]);
  });
});

describe('dayIn', () => {
  test('is a day by the clock of its zone, however long', () => {
    const length = (date: string, zone: string) => {
      const day = dayIn(date, zone);
      return day && (day.to - day.from) / HOUR;
    };
    expect(length('2026-11-24', 'Asia/Kathmandu')).toBe(24);
    expect(length('2026-03-29', 'Europe/Berlin')).toBe(23);
    expect(length('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
    expect(dayIn('2026-11-24', 'America/New_York')?.from).toBe(Date.parse('2026-11-24T05:00:00Z'));
  });

  test('is nothing for what is no date', () => {
    for (const text of [undefined, '', 'today', '2026-02-30', '9999-01-01']) expect(dayIn(text, 'UTC')).toBeNull();
  });
});
