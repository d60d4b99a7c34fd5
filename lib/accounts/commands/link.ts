import { v7 as uuidv7 } from 'uuid';
import { LINK_LASTS, type LinkKind } from '@/lib/accounts/link-state';
import { findLink, type OpenLink } from '@/lib/accounts/queries/link';
import type { Tx } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { consume } from '@/lib/platform/limits';
import type { Problem } from '@/lib/platform/problems';
import type { AccountLinkKind, Prisma } from '@/prisma/generated/client';

export type ClosedLink = { ok: false; code: 'link_closed' };
export const linkClosed: ClosedLink = { ok: false, code: 'link_closed' };

/** Enough links were mailed lately, by whomever they were asked for. The newest holds for as long as no other is sent (rate-limits). */
export type LinksMailed = { ok: false; code: 'links_mailed' };
export const linksMailed: LinksMailed = { ok: false, code: 'links_mailed' };

export const storedKind = (kind: LinkKind) => kind.toUpperCase() as AccountLinkKind;

/** A link that nobody has used or withdrawn; whether it has expired is another matter. */
export const OPEN = { usedAt: null, withdrawnAt: null } satisfies Prisma.AccountLinkWhereInput;

/** The personal data of a link, emptied: one that is done with holds none. */
export const FORGOTTEN = {
  email: null,
  name: null,
  phone: null,
  zone: null,
  specialty: null,
} satisfies Prisma.AccountLinkUpdateManyMutationInput;

type LinkData = Omit<Prisma.AccountLinkUncheckedCreateInput, 'id' | 'kind' | 'createdAt' | 'expiresAt'>;

/** Makes a link and answers its id. */
export async function makeLink(tx: Tx, kind: LinkKind, data: LinkData, now: Date): Promise<string> {
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + LINK_LASTS[kind]);
  await tx.accountLink.create({ data: { ...data, id, kind: storedKind(kind), createdAt: now, expiresAt } });
  return id;
}

/** Has the mail sent that carries a link. After that many attempts, some hours, an hour's link is long past anyway. */
export const mailLink = (tx: Tx, linkId: string) =>
  addJob(tx, 'send_account_mail', { linkId }, { key: `account_mail:${linkId}`, maxAttempts: 14 });

/**
 * Has whoever uses, makes or ends links of an e-mail wait for each other, first of all in their transaction: each takes its own link and then
 * ends the others, and two that did so at once would stand in each other's way until PostgreSQL calls it a deadlock.
 */
export async function lockLinksOf(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`account links of ${email}`}::text, 0))`;
}

/**
 * The open link to a token that is to be used now. Only what is such a link counts: whoever invents tokens keeps nobody of the same address from theirs.
 * @param address the client's, or null when it is not known
 */
export async function linkToUse(
  token: string,
  kinds: LinkKind[],
  address: string | null,
  now: Date,
): Promise<OpenLink | Problem | ClosedLink> {
  const link = await findLink(token, kinds, now);
  if (link.state !== 'open') return linkClosed;
  return (await consume('link_address', address ?? 'unknown')) ?? link;
}

/** Uses a link up, for good: false for whoever comes second, or too late. */
export async function useUp(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.accountLink.updateMany({
    where: { id, ...OPEN, expiresAt: { gt: now } },
    data: { ...FORGOTTEN, usedAt: now },
  });
  return count === 1;
}

/** Ends every other open link of these kinds for an e-mail. */
export const endLinks = (tx: Tx, email: string, kinds: LinkKind[], now: Date) =>
  tx.accountLink.updateMany({
    where: { email, kind: { in: kinds.map(storedKind) }, ...OPEN },
    data: { ...FORGOTTEN, withdrawnAt: now },
  });
