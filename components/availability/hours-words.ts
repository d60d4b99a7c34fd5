import 'server-only';
import { getTranslations } from 'next-intl/server';

const KEYS = [
  'week',
  'weekHint',
  'from',
  'to',
  'video',
  'inPerson',
  'addSpan',
  'removeSpan',
  'off',
  'lengths',
  'slot',
  'pause',
  'notice',
  'horizon',
  'minutes',
  'hours',
  'days',
  'exceptions',
  'exceptionsHint',
  'date',
  'addDay',
  'removeDay',
  'dayOff',
  'preview',
  'previewHint',
  'previewNone',
  'previewWrong',
  'save',
  'saving',
  'unreachable',
  'wrong',
  'newTab',
  'saveMine',
  'showTheirs',
] as const;
const PROBLEMS = ['time', 'order', 'overlap', 'type', 'number', 'date', 'date_twice'] as const;

/** All that the editor says. */
export type HoursWords = Record<(typeof KEYS)[number], string> & {
  problems: Record<(typeof PROBLEMS)[number], string>;
  /** From Monday. */
  weekdays: string[];
};

export async function hoursWords(locale: string): Promise<HoursWords> {
  const t = await getTranslations('hours');
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const weekday = (index: number) => {
    // The fifth of January 1970 was a Monday.
    const name = format.format(new Date(Date.UTC(1970, 0, 5 + index)));
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  return {
    ...(Object.fromEntries(KEYS.map((key) => [key, t(key)])) as Record<(typeof KEYS)[number], string>),
    problems: Object.fromEntries(PROBLEMS.map((key) => [key, t(`problems.${key}`)])) as HoursWords['problems'],
    weekdays: [0, 1, 2, 3, 4, 5, 6].map(weekday),
  };
}
