import { type LinkKind, linkState } from '@/lib/accounts/link-state';
import { linkToken } from '@/lib/accounts/links';
import { isLocale, type Locale } from '@/lib/accounts/policy';
import { roleOf } from '@/lib/accounts/role';
import { prisma } from '@/lib/adapters/database';
import type { Role } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** The mail of a link: with the link itself or, for someone to whom it may not be given, with why. */
export interface AccountLetter {
  kind: LinkKind | 'account_exists' | 'account_closed';
  to: { name: string; address: string };
  locale: Locale;
  role: Role;
  /** Only with a link. */
  token?: string;
}

/** The mail that a link is due; null when there is none, or it is too late for it. */
export async function letterOf(linkId: string, now: Date): Promise<AccountLetter | null> {
  const link = await prisma().accountLink.findUnique({ where: { id: linkId } });
  if (!link?.email || linkState(link, now) !== 'open') return null;
  const { email: address } = link;
  const kind = link.kind.toLowerCase() as LinkKind;
  const person = await prisma().person.findUnique({
    where: { email: address },
    select: { name: true, locale: true, role: true, disabledAt: true },
  });
  const known = person?.locale ?? link.locale;
  const letter = {
    locale: isLocale(known) ? known : 'en',
    role: roleOf(person?.role ?? link.role ?? 'PATIENT'),
  } as const;
  const withLink = (id: string) => ({ token: linkToken(id, settings().sessionSecret) });
  const ofAccount = kind === 'reset' || kind === 'device';
  if (ofAccount && !person) return null;
  // Nobody asked for it who could be told of a closed account.
  if (kind === 'device' && person?.disabledAt) return null;
  if (person) {
    const to = { name: person.name, address };
    if (person.disabledAt) return { ...letter, kind: 'account_closed', to };
    return ofAccount ? { ...letter, ...withLink(linkId), kind, to } : { ...letter, kind: 'account_exists', to };
  }
  if (kind === 'invitation') return { ...letter, ...withLink(linkId), kind, to: { name: link.name ?? '', address } };
  // Whoever was invited and signs up all the same gets the invitation: a doctor must not become a patient by a slip.
  const invitation = await prisma().accountLink.findFirst({
    where: { email: address, kind: 'INVITATION', usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
  });
  if (invitation) return letterOf(invitation.id, now);
  // Anyone may have typed this name beside this address: the mail does not repeat it.
  return { ...letter, ...withLink(linkId), kind, to: { name: '', address } };
}

/** To whom a letter about their own account goes; null when there is no such person any more, or the account is closed. */
export const findRecipient = (personId: string) =>
  prisma().person.findUnique({
    where: { id: personId, disabledAt: null },
    select: { name: true, email: true, locale: true },
  });
