import type { createTranslator } from 'next-intl';
import type { EndReason } from '@/lib/accounts/policy';
import type { Counted } from '@/lib/platform/tally';
import type en from '@/messages/en.json';

type Translator = ReturnType<typeof createTranslator<typeof en, 'security'>>;

type PathOf<Kind extends string> = Kind extends `${infer First}:${infer Sort}` ? `${First}.${Sort}` : Kind;

/** Where the words of each kind stand. A kind without words fails to compile here; one that only another release counts is told as it is. */
export function countWords(kind: string, t: Translator): string {
  const path = kind.replace(':', '.') as PathOf<Counted | `session_ended:${EndReason}`>;
  return t.has(path) ? t(path) : t('other', { kind });
}
