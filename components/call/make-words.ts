import 'server-only';
import { getMessages, getTranslations } from 'next-intl/server';
import type { CallWords } from './words';

type Tree = { [key: string]: string | Tree };

/** The words of the call in the reader's language, for the browser: strings, not a dictionary. */
export async function makeCallWords(values: Record<string, string>): Promise<CallWords> {
  const t = await getTranslations('call.words');
  const messages = (await getMessages()) as unknown as { call: { words: Tree } };
  const known = { ...values, n: '{n}' };
  const walk = (tree: Tree, path: string): Tree =>
    Object.fromEntries(
      Object.entries(tree).map(([key, value]) => [
        key,
        typeof value === 'string' ? t(path + key, known) : walk(value, `${path}${key}.`),
      ]),
    );
  return walk(messages.call.words, '') as unknown as CallWords;
}
