import type { Hours } from '@/lib/availability/policy';
import type { HoursInput } from './schema';

/** Working hours as someone types them; times are texts until they are read. Small: browsers load this file. */

export interface DraftSpan {
  /** Tells spans apart while they are edited. */
  id: string;
  start: string;
  end: string;
  video: boolean;
  inPerson: boolean;
}

export interface DraftDay {
  id: string;
  /** ISO date. */
  date: string;
  /** None: a day off. */
  spans: DraftSpan[];
}

export interface Draft {
  slot: string;
  pause: string;
  /** Hours, which may be broken: "1.5". */
  notice: string;
  horizon: string;
  /** Seven, from Monday. */
  weekly: DraftSpan[][];
  days: DraftDay[];
}

export type DraftProblem = 'time' | 'order' | 'overlap' | 'type' | 'number' | 'date' | 'date_twice';
/** Errors of a draft, by the id of a span or day, or the name of a number. */
export type DraftProblems = Record<string, DraftProblem>;

/** Minutes after midnight of "9", "9:30", "09.30" or "0930"; null: no time. "24:00" is the midnight that ends a day. */
export function parseClock(text: string): number | null {
  const [, hour, minute = '0'] = /^\s*(\d{1,2})(?:[:.h]?(\d\d))?\s*$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour === undefined || Number(minute) > 59 || minutes > 1440 ? null : minutes;
}

/** "09:30". */
export const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const LIMITS = { slot: [5, 480], pause: [0, 240], notice: [0, 720], horizon: [1, 730] } as const;

type ReadSpan = HoursInput['weekly'][number][number];

/** A draft as it can be saved, or what is wrong with it. */
export function readDraft(
  draft: Draft,
  revision: number,
): { ok: true; input: HoursInput } | { ok: false; problems: DraftProblems } {
  const problems: DraftProblems = {};
  const number = (name: keyof typeof LIMITS) => {
    const value = draft[name].trim() === '' ? Number.NaN : Number(draft[name].replace(',', '.'));
    const [least, most] = LIMITS[name];
    const whole = name === 'notice' || Number.isInteger(value);
    if (!(value >= least && value <= most && whole)) problems[name] = 'number';
    return value;
  };
  const input = {
    revision,
    slotMinutes: number('slot'),
    breakMinutes: number('pause'),
    noticeMinutes: Math.round(number('notice') * 60),
    horizonDays: number('horizon'),
    weekly: draft.weekly.map((spans) => readSpans(spans, problems)),
    exceptions: {} as HoursInput['exceptions'],
  };
  for (const { id, date, spans } of draft.days) {
    if (!date) problems[id] = 'date';
    else if (Object.hasOwn(input.exceptions, date)) problems[id] = 'date_twice';
    else input.exceptions[date] = readSpans(spans, problems);
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, input };
}

function readSpans(spans: readonly DraftSpan[], problems: DraftProblems): ReadSpan[] {
  const read: ReadSpan[] = [];
  for (const { id, start, end, video, inPerson } of spans) {
    const startMinute = parseClock(start);
    // Midnight as an end is the one that ends the day.
    const endMinute = parseClock(end) || (parseClock(end) === 0 ? 1440 : null);
    const visitTypes = [...(video ? (['video'] as const) : []), ...(inPerson ? (['in_person'] as const) : [])];
    if (startMinute === null || endMinute === null) problems[id] = 'time';
    else if (startMinute >= endMinute) problems[id] = 'order';
    else if (visitTypes.length === 0) problems[id] = 'type';
    else if (read.some((other) => startMinute < other.endMinute && other.startMinute < endMinute))
      problems[id] = 'overlap';
    else read.push({ startMinute, endMinute, visitTypes });
  }
  return read.sort((a, b) => a.startMinute - b.startMinute);
}

/** Saved hours as they are edited; days before `today` (ISO date) are over and left out. */
export function draftOf(hours: Hours, today: string): Draft {
  const spansOf = (
    spans: Hours['weekly'][number][] | readonly Omit<Hours['weekly'][number], 'weekday'>[],
    key: string,
  ) =>
    [...spans]
      .sort((a, b) => a.startMinute - b.startMinute)
      .map(({ startMinute, endMinute, visitTypes }) => ({
        id: `${key}-${startMinute}`,
        start: clockText(startMinute),
        end: clockText(endMinute),
        video: visitTypes.includes('video'),
        inPerson: visitTypes.includes('in_person'),
      }));
  return {
    slot: String(hours.slotMinutes),
    pause: String(hours.breakMinutes),
    notice: String(Math.round((hours.noticeMinutes / 60) * 100) / 100),
    horizon: String(hours.horizonDays),
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
      spansOf(
        hours.weekly.filter((span) => span.weekday === weekday),
        `w${weekday}`,
      ),
    ),
    days: [...hours.exceptions]
      .filter(([date]) => date >= today)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, spans]) => ({ id: date, date, spans: spansOf(spans, date) })),
  };
}
