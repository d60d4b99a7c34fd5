import { describe, expect, test } from 'vitest';
import {
  clock,
  clockSpan,
  date,
  day,
  daysAway,
  elsewhere,
  inSentence,
  isoDate,
  moment,
  nextMidnight,
  partOfDay,
  type Reader,
  sameClock,
  when,
  zoneCity,
} from './when';

const at = (iso: string) => Date.parse(iso);
const en = (zone: string): Reader => ({ locale: 'en', zone });
const es = (zone: string): Reader => ({ locale: 'es', zone });
const now = at('2026-11-21T09:00:00Z');

describe('the day of a time', () => {
  test.each([
    ['2026-11-21T10:30:00Z', 'Today, 10:30', 'Hoy, 10:30'],
    ['2026-11-22T10:30:00Z', 'Tomorrow, 10:30', 'Mañana, 10:30'],
    ['2026-11-20T10:30:00Z', 'Yesterday, 10:30', 'Ayer, 10:30'],
    ['2026-11-26T16:00:00Z', 'Thu 26 Nov, 16:00', 'Jue 26 nov, 16:00'],
    ['2027-01-07T08:05:00Z', 'Thu 7 Jan 2027, 08:05', 'Jue 7 ene 2027, 08:05'],
  ])('%s', (iso, english, spanish) => {
    expect(when(at(iso), null, now, en('UTC'))).toBe(english);
    expect(when(at(iso), null, now, es('UTC'))).toBe(spanish);
  });

  test.each([
    ['2026-11-21T10:30:00Z', 'today, 10:30', 'hoy, 10:30'],
    ['2026-11-22T10:30:00Z', 'tomorrow, 10:30', 'mañana, 10:30'],
    ['2026-11-26T16:00:00Z', 'Thu 26 Nov, 16:00', 'jue 26 nov, 16:00'],
  ])('%s within a sentence', (iso, english, spanish) => {
    expect(when(at(iso), null, now, inSentence(en('UTC')))).toBe(english);
    expect(when(at(iso), null, now, inSentence(es('UTC')))).toBe(spanish);
  });

  test('turns at the midnight of the reader, not of the server', () => {
    const visit = at('2026-11-22T00:30:00Z');
    expect(day(visit, now, en('Europe/London'))).toBe('Tomorrow');
    expect(day(visit, now, en('America/New_York'))).toBe('Today');
    expect(day(visit, at('2026-11-21T15:00:00Z'), en('Asia/Tokyo'))).toBe('Today');
    expect(day(visit, at('2026-11-21T14:59:59Z'), en('Asia/Tokyo'))).toBe('Tomorrow');
  });

  test('midnight itself is 00:00 of the day that begins', () => {
    expect(when(at('2026-11-22T00:00:00Z'), null, now, en('UTC'))).toBe('Tomorrow, 00:00');
    expect(clock(at('2026-11-21T23:59:59.999Z'), en('UTC'))).toBe('23:59');
  });

  test('a year turns in the reader’s zone', () => {
    const visit = at('2027-01-01T02:00:00Z');
    expect(date(visit, now, en('America/New_York'))).toBe('Thu 31 Dec');
    expect(date(visit, now, en('Europe/Berlin'))).toBe('Fri 1 Jan 2027');
  });
});

describe('days on which clocks change', () => {
  test.each([
    // Spring forward, fall back; Lord Howe moves by half an hour.
    ['Europe/Berlin', '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z', '01:30–03:30'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '02:30–02:30'],
    ['America/New_York', '2027-03-14T06:30:00Z', '2027-03-14T07:30:00Z', '01:30–03:30'],
    ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z', '01:30–01:30'],
    ['Australia/Lord_Howe', '2026-10-03T15:00:00Z', '2026-10-03T16:00:00Z', '01:30–03:00'],
    ['Australia/Lord_Howe', '2027-04-03T14:30:00Z', '2027-04-03T15:30:00Z', '01:30–02:00'],
  ])('%s %s', (zone, from, to, expected) => {
    expect(clockSpan(at(from), at(to), en(zone))).toBe(expected);
  });

  test.each([
    ['Europe/Berlin', '2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z'],
    ['America/New_York', '2026-11-01T04:30:00Z', '2026-11-02T04:30:00Z'],
    ['Australia/Lord_Howe', '2027-04-03T13:15:00Z', '2027-04-04T13:15:00Z'],
  ])('a day of more than 24 hours in %s is still one day', (zone, morning, night) => {
    expect(daysAway(at(night), at(morning), zone)).toBe(0);
    expect(daysAway(at(night) + 3_600_000, at(morning), zone)).toBe(1);
  });

  test.each([
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['Europe/Berlin', '2027-03-27T23:00:00Z', '2027-03-28T22:00:00Z'],
    ['Australia/Lord_Howe', '2027-04-03T13:00:00Z', '2027-04-04T13:30:00Z'],
    // Clocks jump over midnight: the day begins at one.
    ['America/Santiago', '2026-09-05T12:00:00Z', '2026-09-06T04:00:00Z'],
  ])('the next midnight in %s after %s', (zone, from, midnight) => {
    expect(new Date(nextMidnight(at(from), zone)).toISOString()).toBe(new Date(midnight).toISOString());
  });

  test.each([
    // The call opens half an hour before, on the other side of the change.
    ['Europe/Berlin', '2027-03-28T01:00:00Z', '03:00', '2027-03-28T00:30:00Z', '01:30'],
    ['America/New_York', '2027-03-14T07:00:00Z', '03:00', '2027-03-14T06:30:00Z', '01:30'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '02:30', '2026-10-03T15:00:00Z', '01:30'],
  ])('opening times in %s across a change', (zone, visit, shown, opens, opensShown) => {
    expect(clock(at(visit), en(zone))).toBe(shown);
    expect(moment(at(opens), at(opens) - 60_000, en(zone))).toEqual({ kind: 'today', day: '', time: opensShown });
  });
});

describe('a moment for a sentence', () => {
  test.each([
    ['2026-11-21T15:30:00Z', { kind: 'today', day: '', time: '15:30' }],
    ['2026-11-22T15:30:00Z', { kind: 'tomorrow', day: '', time: '15:30' }],
    ['2026-11-26T15:30:00Z', { kind: 'weekday', day: 'Thursday', time: '15:30' }],
    ['2026-11-27T23:59:00Z', { kind: 'weekday', day: 'Friday', time: '23:59' }],
    ['2026-11-28T00:00:00Z', { kind: 'date', day: '28 November', time: '00:00' }],
    ['2026-11-20T15:30:00Z', { kind: 'date', day: '20 November', time: '15:30' }],
  ])('%s', (iso, expected) => expect(moment(at(iso), now, en('UTC'))).toEqual(expected));

  test('in Spanish', () => {
    expect(moment(at('2026-11-26T15:30:00Z'), now, es('Europe/Madrid'))).toEqual({
      kind: 'weekday',
      day: 'jueves',
      time: '16:30',
    });
    expect(moment(at('2026-12-26T15:30:00Z'), now, es('UTC')).day).toBe('26 de diciembre');
  });
});

describe('two zones', () => {
  test('are one to the reader while their clocks agree', () => {
    expect(sameClock('Europe/Madrid', 'Europe/Berlin', now)).toBe(true);
    expect(sameClock('Europe/Madrid', 'Europe/London', now)).toBe(false);
    expect(sameClock('Europe/London', 'Europe/Lisbon', at('2027-03-20T12:00:00Z'))).toBe(true);
    expect(sameClock('America/Phoenix', 'America/Denver', at('2027-01-20T12:00:00Z'))).toBe(true);
    expect(sameClock('America/Phoenix', 'America/Denver', at('2027-07-20T12:00:00Z'))).toBe(false);
  });

  test('the other clock comes with its day when that differs', () => {
    expect(elsewhere(at('2026-11-21T09:30:00Z'), now, en('Europe/Madrid'), 'Europe/London')).toBe('09:30');
    expect(elsewhere(at('2026-11-26T03:00:00Z'), now, en('Europe/Madrid'), 'America/New_York')).toBe(
      'Wed 25 Nov, 22:00',
    );
    const reader = inSentence(es('Europe/Madrid'));
    expect(elsewhere(at('2026-11-26T03:00:00Z'), now, reader, 'America/New_York')).toBe('mié 25 nov, 22:00');
  });

  test.each([
    ['Europe/Madrid', 'Madrid', 'Madrid'],
    ['America/New_York', 'New York', 'Nueva York'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires', 'Buenos Aires'],
    ['Australia/Lord_Howe', 'Lord Howe', 'Lord Howe'],
    ['UTC', 'UTC', 'UTC'],
  ])('%s is called after its city', (zone, english, spanish) => {
    expect([zoneCity(zone, 'en'), zoneCity(zone, 'es')]).toEqual([english, spanish]);
  });

  test('cities that Spanish calls otherwise', () => {
    const zones = [
      ...[
        'Africa/Cairo',
        'America/Los_Angeles',
        'America/Mexico_City',
        'Asia/Tokyo',
        'Europe/Athens',
        'Europe/Brussels',
      ],
      ...['Europe/Copenhagen', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/Lisbon', 'Europe/London', 'Europe/Moscow'],
      ...['Europe/Paris', 'Europe/Rome', 'Europe/Stockholm', 'Europe/Vienna', 'Europe/Warsaw', 'Europe/Zurich'],
    ];
    expect(zones.map((zone) => zoneCity(zone, 'es')).join(' · ')).toBe(
      'El Cairo · Los Ángeles · Ciudad de México · Tokio · Atenas · Bruselas · Copenhague · Dublín · Estambul · Lisboa · ' +
        'Londres · Moscú · París · Roma · Estocolmo · Viena · Varsovia · Zúrich',
    );
  });
});

test('the day as machines write it is the zone’s', () => {
  const late = at('2026-11-30T23:30:00Z');
  expect(isoDate(late, 'UTC')).toBe('2026-11-30');
  expect(isoDate(late, 'Europe/Madrid')).toBe('2026-12-01');
});

test.each([
  ['03:59', 'evening'],
  ['04:00', 'morning'],
  ['11:59', 'morning'],
  ['12:00', 'afternoon'],
  ['17:59', 'afternoon'],
  ['18:00', 'evening'],
])('at %s it is %s', (time, part) => expect(partOfDay(at(`2026-11-21T${time}:00Z`), 'UTC')).toBe(part));
