import { type PasswordNeeded, passwordNeeded } from '@/lib/accounts/commands/prove';
import { mayDisable } from '@/lib/accounts/policy';
import { prisma } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { type Result, refuse } from '@/lib/platform/problems';

/** Disables an account, which ends its sessions and calls, or enables it again. Asking twice changes nothing the second time. */
export async function setDisabled(
  actor: Actor,
  personId: string,
  disabled: boolean,
  now: Date,
): Promise<Result<object> | PasswordNeeded> {
  if (!mayDisable(actor, personId)) return refuse('forbidden');
  const needed = passwordNeeded(actor, now);
  if (needed) return needed;
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
