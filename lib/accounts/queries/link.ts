import { type LinkKind, type LinkState, linkState } from '@/lib/accounts/link-state';
import { linkIdOf } from '@/lib/accounts/links';
import { roleOf } from '@/lib/accounts/role';
import { prisma } from '@/lib/adapters/database';
import type { Role } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

export interface OpenLink {
  state: 'open';
  id: string;
  kind: LinkKind;
  email: string;
  role: Role;
  /** Of a reset: the person's; else as it was typed at sign-up or invitation. */
  name: string;
  phone: string | null;
  /** IANA name; null: whatever the browser says. */
  zone: string | null;
  locale: string | null;
  specialty: string | null;
  languages: string[];
}

/** `taken`: meanwhile the e-mail has an account. `unknown`: no link of ours, or not the whole of it. */
export type FoundLink = OpenLink | { state: Exclude<LinkState, 'open'> | 'taken' | 'unknown'; kind?: LinkKind };

/** The link to a token of an address, when it is of one of these kinds. Looking at it changes nothing: programs that scan mail do. */
export async function findLink(token: string, kinds: LinkKind[], now: Date): Promise<FoundLink> {
  const id = linkIdOf(token, settings().sessionSecret);
  if (!id) return { state: 'unknown' };
  const row = await prisma().accountLink.findUnique({ where: { id } });
  // One that we made and that is gone was swept away.
  if (!row) return { state: 'expired' };
  const kind = row.kind.toLowerCase() as LinkKind;
  if (!kinds.includes(kind)) return { state: 'unknown' };
  const state = linkState(row, now);
  const { email, name, phone, zone, locale, specialty, languages } = row;
  if (state !== 'open' || email === null) return { state: state === 'open' ? 'expired' : state, kind };
  const person = await prisma().person.findUnique({
    where: { email },
    select: { disabledAt: true, name: true, phone: true },
  });
  const ofAccount = kind === 'reset' || kind === 'device';
  if (ofAccount && (!person || person.disabledAt)) return { state: 'expired', kind };
  if (!ofAccount && person) return { state: 'taken', kind };
  const known = { name: person?.name ?? name ?? '', phone: person ? person.phone : phone };
  const rest = { ...known, zone, locale, specialty, languages };
  return { state, id, kind, email, role: roleOf(row.role ?? 'PATIENT'), ...rest };
}
