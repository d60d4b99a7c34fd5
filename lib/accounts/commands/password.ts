import { endLinks, lockLinksOf } from '@/lib/accounts/commands/link';
import { consumePassword, isOwnPassword } from '@/lib/accounts/commands/prove';
import { passwordRefused, type RefusedPassword } from '@/lib/accounts/queries/password-fault';
import { ownerOf } from '@/lib/accounts/queries/profile';
import type { NewPassword } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { hashPassword } from '@/lib/adapters/passwords';
import { renewFeedAddress } from '@/lib/notifications/commands/choose-calendar';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import type { Result } from '@/lib/platform/problems';

/**
 * Changes the own password and ends every session of the account, calls included.
 * @returns whether a calendar feed has another address now
 */
export async function changePassword(
  actor: Actor,
  { current, next }: NewPassword,
  now: Date,
): Promise<Result<{ feedRenewed: boolean }> | { ok: false; code: 'wrong_password' } | RefusedPassword> {
  const limited = await consumePassword('password_change', actor);
  if (limited) return limited;
  const [{ passwordHash }, owner] = await Promise.all([
    prisma().person.findUniqueOrThrow({ where: { id: actor.id }, select: { passwordHash: true } }),
    ownerOf(actor),
  ]);
  if (!(await isOwnPassword(current, passwordHash))) return { ok: false, code: 'wrong_password' };
  const refused = await passwordRefused(next, owner, passwordHash);
  if (refused) return refused;
  const { email } = owner;
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
    const feedRenewed = await renewFeedAddress(tx, actor);
    await audit(tx, actor, { action: 'password_changed', subject: { type: 'person', id: actor.id } });
    await addJob(tx, 'end_calls_of_person', { personId: actor.id });
    await addJob(tx, 'send_password_mail', { personId: actor.id });
    return { ok: true, feedRenewed } as const;
  });
}
