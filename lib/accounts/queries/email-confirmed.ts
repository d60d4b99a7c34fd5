import type { Tx } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';

/** True once the actor has proven to read the own e-mail: before that nothing is booked. */
export const emailConfirmed = async (tx: Tx, actor: Actor): Promise<boolean> =>
  (await tx.person.count({ where: { id: actor.id, emailConfirmedAt: { not: null } } })) > 0;
