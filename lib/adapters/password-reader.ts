/**
 * Runs in a thread of its own (password-pieces.ts starts it from here, outside the build): half a second to load the dictionaries, and up to a
 * few tenths of one for a password, in which nobody else waits, and some 90 MB that the app's own garbage collector need not walk through.
 */
import { parentPort } from 'node:worker_threads';
import type { DateMatch, DictionaryMatch, MatchEstimated, RepeatMatch } from '@zxcvbn-ts/core';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as en from '@zxcvbn-ts/language-en';
import * as es from '@zxcvbn-ts/language-es-es';
import { COMMON_PHRASES } from './common-phrases.ts';
import type { Piece, PieceKind, ReaderAnswer, ReaderQuestion } from './password-pieces.ts';

/**
 * UTF-16 units that are looked at; what comes after adds nothing. It and the number of readings of "p4$$w0rd" bound the time: some 0.1 s at the
 * worst, where the library's own values (256 and 100) let one password of 200 digits keep the process for ten seconds.
 */
const READ = 64;
const READINGS = 4;

const KINDS: Record<string, PieceKind> = {
  repeat: 'repeat',
  sequence: 'sequence',
  wordSequence: 'sequence',
  spatial: 'keys',
  date: 'date',
  regex: 'date',
};

const withoutAccents = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Lists of words, and the same as many type them: without accents, each word as common as it is with them. */
const asTyped = (lists: Record<string, (string | number)[]>) =>
  Object.fromEntries(
    Object.entries(lists).flatMap(([name, list]) => [
      [name, list],
      [`${name}-plain`, list.map((word) => withoutAccents(String(word)))],
    ]),
  );

const zxcvbn = new ZxcvbnFactory({
  dictionary: {
    ...common.dictionary,
    ...en.dictionary,
    ...asTyped(es.dictionary),
    'passwords-phrases': COMMON_PHRASES,
  },
  graphs: common.adjacencyGraphs,
  maxLength: READ,
  l33tMaxSubstitutions: READINGS,
});

function take(password: string, words: string[], own: Set<string>): Piece[] {
  const { sequence } = zxcvbn.check(password, words);
  return (sequence as MatchEstimated[]).flatMap((match) => {
    const text = (match as DictionaryMatch).matchedWord ?? match.token.toLowerCase();
    const { pattern, guesses } = match;
    // Names are in its dictionaries, too, and it may take a word from there.
    if (pattern === 'dictionary' && own.has(text)) return [{ text, guesses, kind: 'own' as const }];
    if (pattern === 'dictionary') return [{ text, guesses, kind: isPassword(match) ? 'common' : 'word' } as const];
    const kind = KINDS[pattern] ?? 'other';
    // Three pieces cost the library more than what it need not look at: it finds "Summer" and "2026!!", and the year only in the latter.
    if (kind === 'other' && match.token.length < password.length) return take(match.token, words, own);
    if (pattern === 'date') return [{ text: dayOf(match as unknown as DateMatch), guesses, kind }];
    if (kind !== 'repeat') return [{ text, guesses, kind }];
    // And what repeats it would count with that cost.
    const { baseToken, repeatCount } = match as unknown as RepeatMatch;
    const once = Array.isArray(baseToken) ? baseToken.join('') : baseToken;
    return [{ text, kind, guesses: repeatCount }, ...take(once, words, own)];
  });
}

/** One day is one text, however it is written. */
const dayOf = ({ year, month, day }: DateMatch) => `${year}-${month}-${day}`;

const isPassword = (match: MatchEstimated) => String(match.dictionaryName).startsWith('passwords');

parentPort?.on('message', ({ id, texts, ownWords }: ReaderQuestion) => {
  // An e-mail can be longer than what is read of it.
  const words = ownWords.map((word) => word.slice(0, READ));
  const own = new Set(words);
  const answer: ReaderAnswer = { id, pieces: texts.map((text) => take(text, words, own)) };
  parentPort?.postMessage(answer);
});
