import type { DictionaryMatch, MatchEstimated, RepeatMatch, ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What a guesser would see in a piece of a password. */
export type PieceKind = 'own' | 'common' | 'word' | 'repeat' | 'sequence' | 'keys' | 'date' | 'other';

/** A piece of a password as somebody guesses it. */
export interface Piece {
  /** In lower case, and as the word that it stands for: "p4ssw0rd" is "password". */
  text: string;
  kind: PieceKind;
  /** Tries until it is found, 1 or more. */
  guesses: number;
}

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

/** On globalThis: the bundler gives what runs at the start and what serves pages each a copy of this module. */
const held = globalThis as { anteroomPasswords?: Promise<ZxcvbnFactory> };

async function loadReader(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, en, es] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
    import('@zxcvbn-ts/language-es-es'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...en.dictionary, ...es.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: READ,
    l33tMaxSubstitutions: READINGS,
  });
}

/**
 * Loads the dictionaries, in English and Spanish, once: half a second in which the process does nothing else, and some 90 MB. The app does it when it
 * starts, so that nobody waits for it.
 */
export function loadDictionaries(): Promise<ZxcvbnFactory> {
  held.anteroomPasswords ??= loadReader();
  return held.anteroomPasswords;
}

/**
 * Takes a password apart as somebody would who guesses it, by words of two languages, passwords that many have, dates, rows of keys and
 * repetitions.
 * @param ownWords in lower case: those that have to do with the person; each is a piece of kind `own`, however it is written
 */
export async function piecesOf(password: string, ownWords: string[]): Promise<Piece[]> {
  const zxcvbn = await loadDictionaries();
  // An e-mail can be longer than what is read of it.
  const words = ownWords.map((word) => word.slice(0, READ));
  return take(zxcvbn, password, words, new Set(words));
}

function take(zxcvbn: ZxcvbnFactory, password: string, words: string[], own: Set<string>): Piece[] {
  const { sequence } = zxcvbn.check(password, words);
  return (sequence as MatchEstimated[]).flatMap((match) => {
    const text = (match as DictionaryMatch).matchedWord ?? match.token.toLowerCase();
    const { pattern, guesses } = match;
    // Names are in its dictionaries, too, and it may take a word from there.
    if (pattern === 'dictionary' && own.has(text)) return [{ text, guesses, kind: 'own' as const }];
    if (pattern === 'dictionary') return [{ text, guesses, kind: isPassword(match) ? 'common' : 'word' } as const];
    const kind = KINDS[pattern] ?? 'other';
    // Three pieces cost the library more than what it need not look at: it finds "Summer" and "2026!!", and the year only in the latter.
    if (kind === 'other' && match.token.length < password.length) return take(zxcvbn, match.token, words, own);
    if (kind !== 'repeat') return [{ text, guesses, kind }];
    // And what repeats it would count with that cost.
    const { baseToken, repeatCount } = match as unknown as RepeatMatch;
    const once = Array.isArray(baseToken) ? baseToken.join('') : baseToken;
    return [{ text, kind, guesses: repeatCount }, ...take(zxcvbn, once, words, own)];
  });
}

const isPassword = (match: MatchEstimated) => String(match.dictionaryName).startsWith('passwords');
