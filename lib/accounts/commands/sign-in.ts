import { credentials, MOST_TYPED } from '@/lib/accounts/schema';
import type { SignInAttempt, SignInOutcome } from '@/lib/adapters/auth';
import { prisma } from '@/lib/adapters/database';
import { passwordMatches } from '@/lib/adapters/passwords';
import { consume, restore } from '@/lib/platform/limits';

/**
 * Signs a person in by e-mail and password. Attempts are limited for the account and for the address; an unknown e-mail, a wrong
 * password and a disabled account answer alike and take as long.
 */
export async function signIn({ email, password, address }: SignInAttempt): Promise<SignInOutcome> {
  const parsed = credentials.safeParse({ email, password });
  const account = parsed.success ? parsed.data.email : 'unreadable';
  const limited =
    (await consume('sign_in_address', address ?? 'unknown')) ?? (await consume('sign_in_account', account));
  if (limited) return limited;
  const person = parsed.success
    ? await prisma().person.findUnique({
        where: { email: parsed.data.email },
        select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
      })
    : null;
  const right = await passwordMatches(password.slice(0, MOST_TYPED), person?.passwordHash ?? null);
  if (!person || !right || person.disabledAt) return { ok: false, code: 'wrong_credentials' };
  await Promise.all([restore('sign_in_address', address ?? 'unknown'), restore('sign_in_account', account)]);
  return { ok: true, claims: { personId: person.id, version: person.sessionVersion } };
}
