import { byKeys, byLooks, bySound } from '@/lib/accounts/scripts';
import type { Piece } from '@/lib/adapters/password-pieces';

/** One way to read a password: a text to take apart, and what comes to its pieces. */
export interface Reading {
  text: string;
  more: Piece[];
}

/** What nobody sees: format and control characters, fillers, and the blank of Braille. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{DI}\u2800]/gu;
const BETWEEN = /[^\p{L}\p{M}\p{N}]/gu;
/** UTF-16 units without what stands between; the thread that takes texts apart looks at no more either. It bounds the search for what comes again. */
const READ = 64;
/** A stretch of three characters or more that comes again. */
const AGAIN = /(.{3,})(.*?)\1/su;
/** Tries for a character between words that is no space, as zxcvbn counts one; that a stretch comes again is as good as no news. */
const BETWEEN_COSTS = 11;
const AGAIN_COSTS = 2;

/**
 * The ways in which somebody may read a password who guesses it; the easiest of them counts. First as it is typed; then without capitals, what
 * stands between the words and what comes again: in its own letters, by their sound, by their looks, and by their keys. What nobody sees
 * counts in none.
 * @param password in NFKC
 */
export function readingsOf(password: string): Reading[] {
  const seen = password.replace(INVISIBLE, '');
  const { text, more } = joined(seen.toLowerCase());
  const spelled = new Set([text, bySound(text), byLooks(text), byKeys(text)]);
  for (const known of [seen, '']) spelled.delete(known);
  return [{ text: seen, more: [] }, ...[...spelled].map((text) => ({ text, more }))];
}

function joined(lower: string): Reading {
  const between = new Set(lower.match(BETWEEN));
  between.delete(' ');
  const more = [...between].map((text): Piece => ({ text, kind: 'other', guesses: BETWEEN_COSTS }));
  let text = lower.replace(BETWEEN, '').slice(0, READ);
  for (let again = AGAIN.exec(text); again; again = AGAIN.exec(text)) {
    const [, stretch = ''] = again;
    more.push({ text: `${stretch} again`, kind: 'repeat', guesses: AGAIN_COSTS });
    text = text.replace(AGAIN, '$1$2');
  }
  return { text, more };
}
