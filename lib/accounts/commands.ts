import { type Locale, mayDisable } from '@/lib/accounts/policy';
import { credentials, type NewPassword } from '@/lib/accounts/schema';
import type { SignInAttempt, SignInOutcome } from '@/lib/adapters/auth';
import { prisma } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { hashPassword, passwordMatches } from '@/lib/adapters/passwords';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { consume, restore } from '@/lib/platform/limits';
import { type Result, refuse } from '@/lib/platform/problems';

/**
 * Signs a person in by e-mail and password. Attempts are limited for the account and for the address; an unknown e-mail, a wrong
 * password and a disabled account answer alike and take as long.
 */
export async function signIn({ email, password, address }: SignInAttempt): Promise<SignInOutcome> {
  const parsed = credentials.safeParse({ email, password });
  const account = parsed.success ? parsed.data.email : 'unreadable';
  const limited =
    (await consume('sign_in_address', address ?? 'unknown')) ?? (await consume('sign_in_account', account));
  if (limited) return { ok: false, code: 'too_many_requests', retryAfter: limited.retryAfter ?? 60 };
  const person = parsed.success
    ? await prisma().person.findUnique({
        where: { email: parsed.data.email },
        select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
      })
    : null;
  const right = await passwordMatches(password.slice(0, 200), person?.passwordHash ?? null);
  if (!person || !right || person.disabledAt) return { ok: false, code: 'wrong_credentials' };
  await Promise.all([restore('sign_in_address', address ?? 'unknown'), restore('sign_in_account', account)]);
  return { ok: true, claims: { personId: person.id, version: person.sessionVersion } };
}

/** Changes the own password and ends every session of the account, calls included. */
export async function changePassword(
  actor: Actor,
  { current, next }: NewPassword,
): Promise<Result<object> | { ok: false; code: 'wrong_password' }> {
  const limited = await consume('password_change', actor.id);
  if (limited) return limited;
  const { passwordHash } = await prisma().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  if (!(await passwordMatches(current, passwordHash))) return { ok: false, code: 'wrong_password' };
  const nextHash = await hashPassword(next);
  return prisma().$transaction(async (tx) => {
    // Guarded by the hash that was checked: of two changes at once the second finds its password wrong.
    const { count } = await tx.person.updateMany({
      where: { id: actor.id, passwordHash },
      data: { passwordHash: nextHash, sessionVersion: { increment: 1 } },
    });
    if (count === 0) return { ok: false, code: 'wrong_password' } as const;
    await audit(tx, actor, { action: 'password_changed', subject: { type: 'person', id: actor.id } });
    await addJob(tx, 'end_calls_of_person', { personId: actor.id });
    return { ok: true } as const;
  });
}

/** Sets the own language; null: whatever the browser asks for. */
export async function chooseLocale(actor: Actor, locale: Locale | null): Promise<Result<object>> {
  await prisma().person.update({ where: { id: actor.id }, data: { locale } });
  return { ok: true };
}

/** Disables an account, which ends its sessions and calls, or enables it again. Asking twice changes nothing the second time. */
export async function setDisabled(
  actor: Actor,
  personId: string,
  disabled: boolean,
  now = new Date(),
): Promise<Result<object>> {
  if (!mayDisable(actor, personId)) return refuse('forbidden');
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, disabledAt: disabled ? null : { not: null } },
      data: { disabledAt: disabled ? now : null, sessionVersion: { increment: 1 } },
    });
    if (count === 0) {
      const known = await tx.person.count({ where: { id: personId } });
      return known ? ({ ok: true } as const) : refuse('person_not_found');
    }
    const action = disabled ? 'person_disabled' : 'person_enabled';
    await audit(tx, actor, { action, subject: { type: 'person', id: personId } });
    if (disabled) await addJob(tx, 'end_calls_of_person', { personId });
    return { ok: true } as const;
  });
}
