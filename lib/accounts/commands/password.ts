import { endLinks, lockLinksOf } from '@/lib/accounts/commands/link';
import type { NewPassword } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { hashPassword, passwordMatches } from '@/lib/adapters/passwords';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { consume } from '@/lib/platform/limits';
import type { Result } from '@/lib/platform/problems';

/** Changes the own password and ends every session of the account, calls included. */
export async function changePassword(
  actor: Actor,
  { current, next }: NewPassword,
  now: Date,
): Promise<Result<object> | { ok: false; code: 'wrong_password' }> {
  const limited = await consume('password_change', actor.id);
  if (limited) return limited;
  const { passwordHash, email } = await prisma().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true, email: true },
  });
  if (!(await passwordMatches(current, passwordHash))) return { ok: false, code: 'wrong_password' };
  const nextHash = await hashPassword(next);
  return prisma().$transaction(async (tx) => {
    await lockLinksOf(tx, email);
    // Guarded by the hash that was checked: of two changes at once the second finds its password wrong.
    const { count } = await tx.person.updateMany({
      where: { id: actor.id, passwordHash },
      data: { passwordHash: nextHash, sessionVersion: { increment: 1 } },
    });
    if (count === 0) return { ok: false, code: 'wrong_password' } as const;
    await endLinks(tx, email, ['reset'], now);
    await audit(tx, actor, { action: 'password_changed', subject: { type: 'person', id: actor.id } });
    await addJob(tx, 'end_calls_of_person', { personId: actor.id });
    return { ok: true } as const;
  });
}
