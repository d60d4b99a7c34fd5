import { expect, test } from 'vitest';
import { clockText, type Draft, draftOf, parseClock, readDraft } from './draft';
import { hoursInput } from './schema';

const both = { video: true, inPerson: true };
const draft: Draft = {
  slot: '50',
  pause: '10',
  notice: '1.5',
  horizon: '60',
  weekly: [[{ id: 'a', start: '9', end: '12:30', ...both }], [], [], [], [], [], []],
  days: [{ id: 'x', date: '2026-12-24', spans: [] }],
};
const withMonday = (...spans: [start: string, end: string][]): Draft => ({
  ...draft,
  weekly: [spans.map(([start, end], id) => ({ id: `s${id}`, start, end, ...both })), [], [], [], [], [], []],
});
const problemsOf = (changed: Draft) => {
  const read = readDraft(changed, 1);
  return read.ok ? {} : read.problems;
};

test.each([
  ['9', 540],
  ['09:30', 570],
  ['9.05', 545],
  ['0930', 570],
  ['24:00', 1440],
  ['24:01', null],
  ['9:60', null],
  ['nine', null],
  ['', null],
])('"%s" is minute %s', (text, minute) => {
  expect(parseClock(text)).toBe(minute);
});

test('minutes are written as a clock', () => {
  expect([0, 545, 1440].map(clockText)).toEqual(['00:00', '09:05', '24:00']);
});

test('a draft is read as what the server takes', () => {
  const read = readDraft(draft, 3);
  expect(read).toMatchObject({ ok: true, input: { revision: 3, noticeMinutes: 90, exceptions: { '2026-12-24': [] } } });
  expect(hoursInput.safeParse(read.ok && read.input).success).toBe(true);
});

test('midnight as an end is the one that ends the day', () => {
  const read = readDraft(withMonday(['20:00', '00:00']), 1);
  expect(read.ok && read.input.weekly[0]).toMatchObject([{ startMinute: 1200, endMinute: 1440 }]);
});

test('says which span, day or number is wrong, and how', () => {
  expect(problemsOf(withMonday(['9', 'noon']))).toEqual({ s0: 'time' });
  expect(problemsOf(withMonday(['12', '9']))).toEqual({ s0: 'order' });
  expect(problemsOf(withMonday(['9', '12'], ['11:59', '13']))).toEqual({ s1: 'overlap' });
  expect(problemsOf(withMonday(['9', '12'], ['12', '13']))).toEqual({});
  const none = { id: 'a', start: '9', end: '10', video: false, inPerson: false };
  expect(problemsOf({ ...draft, weekly: [[none], [], [], [], [], [], []] })).toEqual({ a: 'type' });
  expect(problemsOf({ ...draft, slot: '', pause: '-1', notice: 'x', horizon: '1.5' })).toEqual({
    slot: 'number',
    pause: 'number',
    notice: 'number',
    horizon: 'number',
  });
  const days = ['2026-12-24', '2026-12-24', ''].map((date, id) => ({ id: `d${id}`, date, spans: [] }));
  expect(problemsOf({ ...draft, days })).toEqual({ d1: 'date_twice', d2: 'date' });
});

test('saved hours come back as they were, without days that are over', () => {
  const span = { startMinute: 540, endMinute: 1440, visitTypes: ['video'] as const };
  const lengths = { slotMinutes: 50, breakMinutes: 10, noticeMinutes: 90, horizonDays: 60 };
  const exceptions = new Map([
    ['2026-12-24', []],
    ['2026-11-01', []],
  ]);
  const read = readDraft(
    draftOf({ ...lengths, zone: 'Europe/London', weekly: [{ ...span, weekday: 2 }], exceptions }, '2026-11-21'),
    4,
  );
  expect(read).toEqual({
    ok: true,
    input: { ...lengths, revision: 4, weekly: [[], [span], [], [], [], [], []], exceptions: { '2026-12-24': [] } },
  });
});
