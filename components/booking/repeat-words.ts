import 'server-only';
import { getTranslations } from 'next-intl/server';
import { RHYTHMS } from './repeat-choice';
import type { RepeatWords } from './repeat-fields';

const KEYS = [
  'label',
  'not',
  'ends',
  'afterCount',
  'onDate',
  'count',
  'until',
  'chooseTime',
  'dates',
  'loading',
  'leftOut',
  'putBack',
  'which',
] as const;

/** What the fields of a repeating visit say; they run in the browser and get strings. */
export async function repeatWords(): Promise<RepeatWords> {
  const t = await getTranslations('repeat');
  const words = Object.fromEntries(KEYS.map((key) => [key, t(key)])) as Record<(typeof KEYS)[number], string>;
  const rhythms = RHYTHMS.map((rhythm) => {
    const [frequency, n] = rhythm.split(':');
    return [rhythm, t(frequency === 'weekly' ? 'weekly' : 'monthly', { n: Number(n) })];
  });
  return { ...words, rhythms: Object.fromEntries(rhythms) };
}
