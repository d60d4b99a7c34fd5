import { type Owner, ownWords } from '@/lib/accounts/own-words';
import { readingsOf } from '@/lib/accounts/readings';
import { lengthFault, MOST_TYPED } from '@/lib/accounts/schema';
import { type Weakness, weaknessIn } from '@/lib/accounts/strength';
import { isBreached } from '@/lib/adapters/breached-passwords';
import { piecesOf } from '@/lib/adapters/password-pieces';
import { passwordMatches } from '@/lib/adapters/passwords';
import { normalisedPassword } from '@/lib/platform/passwords';
import { settings } from '@/lib/platform/settings';

/** Why a password cannot be chosen. */
export type PasswordFault = 'short' | 'long' | Weakness | 'breached' | 'same';

export type RefusedPassword = { ok: false; code: 'password_refused'; why: PasswordFault };

/** What stands against a password by itself and by whose it is: its length, or that it is easy to guess. */
export async function typedFault(typed: string, owner: Owner): Promise<PasswordFault | null> {
  const length = lengthFault(typed);
  if (length) return length;
  return easyToGuess(typed, ownWords(owner, settings().clinic.name));
}

/** What makes a password easy to guess in the easiest of its readings (readings.ts); null: it is strong enough in each. */
export async function easyToGuess(typed: string, words: string[]): Promise<Weakness | null> {
  const readings = readingsOf(normalisedPassword(typed));
  const texts = readings.map(({ text }) => text);
  const pieces = await piecesOf(texts, words);
  return weaknessIn(readings.map(({ more }, index) => [...(pieces[index] ?? []), ...more]));
}

/**
 * The refusal of a password that somebody wants to have from now on, null when it will do. Lists of breached passwords are asked, too.
 * @param presentHash of the password that they have now, which is no new one
 */
export async function passwordRefused(
  typed: string,
  owner: Owner,
  presentHash: string | null,
): Promise<RefusedPassword | null> {
  const why =
    (presentHash && (await passwordMatches(typed.slice(0, MOST_TYPED), presentHash)) ? 'same' : null) ??
    (await typedFault(typed, owner)) ??
    ((await isBreached(typed)) ? 'breached' : null);
  return why && { ok: false, code: 'password_refused', why };
}
