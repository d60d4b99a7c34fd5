import { expect, it } from 'vitest';
import { daysOff } from './days-off';
import type { Hours } from './policy';

const span = { startMinute: 540, endMinute: 720, visitTypes: ['video' as const] };
const before: Hours = {
  ...{ zone: 'Europe/Berlin', slotMinutes: 30, breakMinutes: 0, noticeMinutes: 0, horizonDays: 30 },
  weekly: [{ ...span, weekday: 2 }],
  exceptions: new Map([
    ['2026-12-01', []],
    ['2026-12-02', [span]],
  ]),
};

it('days that are off from now on, as the doctor’s calendar has them; not those that were, nor those with other hours', () => {
  const off = daysOff({ '2026-11-24': [], '2026-12-01': [], '2026-12-02': [], '2026-12-03': [span] }, before);
  expect(off).toEqual([
    { start: Date.parse('2026-11-23T23:00:00Z'), end: Date.parse('2026-11-24T23:00:00Z') },
    { start: Date.parse('2026-12-01T23:00:00Z'), end: Date.parse('2026-12-02T23:00:00Z') },
  ]);
});

it('a day off on which clocks change is as long as it is', () => {
  const [day] = daysOff({ '2027-03-28': [] }, before);
  expect(day).toEqual({ start: Date.parse('2027-03-27T23:00:00Z'), end: Date.parse('2027-03-28T22:00:00Z') });
});

it('nothing new is nothing', () => expect(daysOff({}, before)).toEqual([]));
