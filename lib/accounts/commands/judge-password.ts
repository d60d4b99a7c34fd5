import type { LinkKind } from '@/lib/accounts/link-state';
import { findLink } from '@/lib/accounts/queries/link';
import { type PasswordFault, typedFault } from '@/lib/accounts/queries/password-fault';
import { ownerOf } from '@/lib/accounts/queries/profile';
import { isReaderBusy } from '@/lib/adapters/password-pieces';
import type { Actor } from '@/lib/platform/actor';
import { consume } from '@/lib/platform/limits';

/** `why` null: it will do, unless a list of breached passwords has it. That is asked when it is saved. */
export interface Verdict {
  why: PasswordFault | null;
}

/** What is to be said of a new password while its owner types it; null: nothing, as too many were judged already. */
export async function judgeOwnPassword(actor: Actor, typed: string): Promise<Verdict | null> {
  if (isReaderBusy() || (await consume('password_verdict', actor.id))) return null;
  return { why: await typedFault(typed, await ownerOf(actor)) };
}

/**
 * The same for a password that is chosen by a link; null, too, when the link is not open.
 * @param address the client's, or null when it is not known
 */
export async function judgeLinkPassword(
  token: string,
  kinds: LinkKind[],
  typed: string,
  address: string | null,
  now: Date,
): Promise<Verdict | null> {
  const link = await findLink(token, kinds, now);
  if (link.state !== 'open' || isReaderBusy() || (await consume('password_verdict', address ?? 'unknown'))) return null;
  return { why: await typedFault(typed, link) };
}
