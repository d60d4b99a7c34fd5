import { isProven } from '@/lib/accounts/policy';
import { MOST_TYPED } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import { passwordMatches } from '@/lib/adapters/passwords';
import type { Actor } from '@/lib/platform/actor';
import { consume, restore } from '@/lib/platform/limits';
import type { Result } from '@/lib/platform/problems';
import { tally } from '@/lib/platform/tally';

/** What is asked for lasts longer than a sign-in, or is about somebody else's: the password is to be given again. */
export type PasswordNeeded = { ok: false; code: 'password_needed' };

/** The refusal for an actor whose password was not given within PROOF_LASTS of `now`; null when it was. */
export const passwordNeeded = ({ session }: Actor, now: Date): PasswordNeeded | null =>
  isProven(session, now.getTime()) ? null : { ok: false, code: 'password_needed' };

/** Counts one try at the actor's own password, by session and, far wider, by person. */
export async function consumePassword(limit: 'password_proof' | 'password_change', actor: Actor) {
  return (await consume(limit, actor.session.id)) ?? (await consume('password_asked', actor.id));
}

/** Whether this is the own password, by its hash. A wrong one is counted. */
export async function isOwnPassword(typed: string, hash: string): Promise<boolean> {
  const right = await passwordMatches(typed.slice(0, MOST_TYPED), hash);
  if (!right) tally('password_refused');
  return right;
}

/** Takes the password of somebody who is signed in again; what needs it can be done for a while. */
export async function provePassword(
  actor: Actor,
  password: string,
  now: Date,
): Promise<Result<object> | { ok: false; code: 'wrong_password' }> {
  const limited = await consumePassword('password_proof', actor);
  if (limited) return limited;
  const { passwordHash } = await prisma().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (!(await isOwnPassword(password, passwordHash))) return { ok: false, code: 'wrong_password' };
  await Promise.all([restore('password_proof', actor.session.id), restore('password_asked', actor.id)]);
  await prisma().session.updateMany({ where: { id: actor.session.id, endedAt: null }, data: { provenAt: now } });
  return { ok: true };
}
