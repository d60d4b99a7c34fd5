import { type PasswordNeeded, passwordNeeded } from '@/lib/accounts/commands/prove';
import { prisma, type Tx } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { type Result, refuse } from '@/lib/platform/problems';

/** Turns mail about the actor's own visits on or off. */
export async function chooseVisitMail(actor: Actor, visitMail: boolean): Promise<Result<object>> {
  if (actor.role === 'admin') return refuse('forbidden');
  const personId = actor.id;
  await prisma().calendarChoice.upsert({ where: { personId }, update: { visitMail }, create: { personId, visitMail } });
  return { ok: true };
}

const ACTIONS = { on: 'calendar_feed_on', off: 'calendar_feed_off', new: 'calendar_feed_renewed' } as const;

export type FeedChange = keyof typeof ACTIONS;

export const isFeedChange = (value: unknown): value is FeedChange =>
  typeof value === 'string' && Object.hasOwn(ACTIONS, value);

/**
 * Turns the actor's own feed on or off, or gives it a new address. An address that was once left never comes back. Asked twice at once, it is
 * turned on or off once. Turning it off needs no password.
 */
export async function changeFeed(
  actor: Actor,
  change: FeedChange,
  now: Date,
): Promise<Result<object> | PasswordNeeded> {
  if (actor.role === 'admin') return refuse('forbidden');
  const needed = change === 'off' ? null : passwordNeeded(actor, now);
  if (needed) return needed;
  const personId = actor.id;
  return prisma().$transaction(async (tx) => {
    await tx.calendarChoice.createMany({ data: { personId }, skipDuplicates: true });
    const { count } = await tx.calendarChoice.updateMany({
      where: { personId, feedOn: change !== 'on' },
      data: change === 'off' ? { feedOn: false } : { feedOn: true, feedVersion: { increment: 1 } },
    });
    if (count > 0) await audit(tx, actor, { action: ACTIONS[change], subject: { type: 'person', id: personId } });
    return { ok: true } as const;
  });
}

/**
 * Gives the feed of somebody whose password is new another address, in the transaction of that: whoever had the old password may have seen the
 * old address, which shows whom they meet.
 * @returns false when there is no feed that is on
 */
export async function renewFeedAddress(tx: Tx, person: { id: string }): Promise<boolean> {
  const { count } = await tx.calendarChoice.updateMany({
    where: { personId: person.id, feedOn: true },
    data: { feedVersion: { increment: 1 } },
  });
  if (count === 0) return false;
  await audit(tx, person, { action: ACTIONS.new, subject: { type: 'person', id: person.id } });
  return true;
}
