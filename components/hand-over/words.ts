import 'server-only';
import { getTranslations } from 'next-intl/server';
import { shortName } from '@/components/ui/names';

const COUNTED = [
  'chosen',
  'free',
  'collide',
  'outside',
  'leaveOut',
  'submit',
  'collision',
  'question',
  'done',
] as const;
const PLAIN = [
  'visits',
  'all',
  'to',
  'noDoctors',
  'markTaken',
  'markOutside',
  'missingVisits',
  'missingDoctor',
  'keeps',
  'asks',
  'go',
  'giveBack',
  'handing',
  'none',
] as const;

/** `{doctor}` is the one who is chosen, and is filled in the browser. */
export type HandOverWords = Record<(typeof COUNTED)[number], string[]> &
  Record<(typeof PLAIN)[number] | 'unreachable', string>;

/** What the form says: it runs in the browser and gets strings, of what it counts one for each number up to `most`. */
export async function handOverWords(most: number, former: string): Promise<HandOverWords> {
  const [t, problems] = await Promise.all([getTranslations('handOver'), getTranslations('problems')]);
  const values = { doctor: '{doctor}', former: shortName(former) };
  const each = (key: (typeof COUNTED)[number]) =>
    Array.from({ length: most + 1 }, (_, count) => t(key, { ...values, count }));
  return {
    ...(Object.fromEntries(COUNTED.map((key) => [key, each(key)])) as Record<(typeof COUNTED)[number], string[]>),
    ...(Object.fromEntries(PLAIN.map((key) => [key, t(key, values)])) as Record<(typeof PLAIN)[number], string>),
    unreachable: problems('unreachable'),
  };
}
