import { expect, test } from 'vitest';
import { localTime, offsetAt } from './local-time';

const iso = (instants: number[] = []) => instants.map((instant) => new Date(instant).toISOString());

test('an ordinary time is one instant', () => {
  const read = localTime('2026-11-24', '09:30', 'Asia/Kathmandu');
  expect(read?.kind).toBe('instant');
  expect(iso(read?.options)).toEqual(['2026-11-24T03:45:00.000Z']);
});

test.each([
  ['2026-03-29', '02:30', 'Europe/Berlin'],
  ['2026-03-08', '02:00', 'America/New_York'],
  ['2026-10-04', '02:15', 'Australia/Lord_Howe'],
])('%s %s does not exist in %s', (date, time, zone) => {
  expect(localTime(date, time, zone)).toEqual({ kind: 'does_not_exist', options: [] });
});

test.each([
  ['2026-10-25', '02:30', 'Europe/Berlin', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
  ['2026-11-01', '01:00', 'America/New_York', ['2026-11-01T05:00:00.000Z', '2026-11-01T06:00:00.000Z']],
  ['2026-04-05', '01:45', 'Australia/Lord_Howe', ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z']],
])('%s %s comes twice in %s', (date, time, zone, instants) => {
  const read = localTime(date, time, zone);
  expect(read?.kind).toBe('ambiguous');
  expect(iso(read?.options)).toEqual(instants);
});

test('the minutes around a change of clocks are plain', () => {
  for (const time of ['01:59', '03:00']) expect(localTime('2026-03-29', time, 'Europe/Berlin')?.kind).toBe('instant');
  for (const time of ['01:59', '03:00']) expect(localTime('2026-10-25', time, 'Europe/Berlin')?.kind).toBe('instant');
});

test.each([
  ['2026-02-30', '09:00'],
  ['2026-11-24', '24:00'],
  ['2026-11-24', '9:00'],
  ['tomorrow', '09:00'],
  ['', ''],
])('"%s" "%s" is no time', (date, time) => {
  expect(localTime(date, time, 'Europe/London')).toBeNull();
});

test('the two readings differ in their offset', () => {
  const { options = [] } = localTime('2026-10-25', '02:30', 'Europe/Berlin') ?? {};
  expect(options.map((instant) => offsetAt(instant, 'Europe/Berlin'))).toEqual(['+02:00', '+01:00']);
});
