import type { Piece, PieceKind } from '@/lib/adapters/password-pieces';

/** Why a password is easy to guess. */
export type Weakness = Exclude<PieceKind, 'other'>;

/**
 * The fewest tries that a password has to withstand: what zxcvbn calls a score of 3 of 4, "safely unguessable" where each try costs, as ours do
 * (argon2id, and limits on signing in). NIST SP 800-63B-4 (3.1.1.2) and OWASP ASVS 5.0 (6.2) ask for a length, for a check against what is
 * commonly used, expected or compromised, the own name and the service's among it, and for no rules of composition.
 */
const FEWEST_GUESSES = 1e8;

/**
 * The tries until a password of these pieces is found: the product of theirs. zxcvbn adds 10,000 tries for each piece after the first and so
 * calls any three of them good ("password-password", "Summer2026!!"), and multiplies by the orders in which they may stand: words stand in
 * that of a sentence ("we love our dog"). A piece that comes again adds nothing, and neither does an own word.
 */
function guessesOf(pieces: Piece[]): number {
  const others = pieces.filter(({ kind }) => kind !== 'own');
  const distinct = new Map(others.map(({ text, guesses }) => [text, guesses]));
  return [...distinct.values()].reduce((product, guesses) => product * guesses, 1);
}

/** What makes a password of these pieces easy to guess, null when it is strong enough. Of several reasons an own word, then the longest piece. */
export function weaknessOf(pieces: Piece[]): Weakness | null {
  if (guessesOf(pieces) >= FEWEST_GUESSES) return null;
  if (pieces.some(({ kind }) => kind === 'own')) return 'own';
  const [longest] = pieces.toSorted((a, b) => b.text.length - a.text.length);
  return longest && longest.kind !== 'other' ? longest.kind : 'word';
}

/** The same of several readings of one password, each in its pieces: the easiest counts. */
export function weaknessIn(readings: Piece[][]): Weakness | null {
  const [easiest = []] = readings.toSorted((a, b) => guessesOf(a) - guessesOf(b));
  return weaknessOf(easiest);
}
