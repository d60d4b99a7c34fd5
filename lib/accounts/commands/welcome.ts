import { v7 as uuidv7 } from 'uuid';
import {
  type ClosedLink,
  endLinks,
  linkClosed,
  linkToUse,
  lockLinksOf,
  OPEN,
  useUp,
} from '@/lib/accounts/commands/link';
import type { Proven } from '@/lib/accounts/commands/sessions';
import type { Locale } from '@/lib/accounts/policy';
import { findLink, type OpenLink } from '@/lib/accounts/queries/link';
import { passwordRefused, type RefusedPassword } from '@/lib/accounts/queries/password-fault';
import { prisma, type Tx, uniqueConflict } from '@/lib/adapters/database';
import { hashPassword } from '@/lib/adapters/passwords';
import { addDoctor } from '@/lib/availability/commands/doctor';
import type { Role } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import type { Problem } from '@/lib/platform/problems';
import type { Role as StoredRole } from '@/prisma/generated/client';

interface Choice {
  password: string;
  /** IANA name. */
  zone: string;
}

/**
 * Makes the account that a sign-up or an invitation is for. That the link came from the mail proves the e-mail; before that nobody has
 * an account, so that no one can prepare one on somebody else's address.
 * @returns who may have a session now
 */
export async function acceptLink(
  token: string,
  choice: Choice,
  address: string | null,
  now: Date,
): Promise<{ ok: true; proven: Proven; role: Role } | Problem | ClosedLink | RefusedPassword> {
  const link = await linkToUse(token, ['sign_up', 'invitation'], address, now);
  if ('code' in link) return link;
  const refused = await passwordRefused(choice.password, link, null);
  if (refused) return refused;
  const passwordHash = await hashPassword(choice.password);
  try {
    return await prisma().$transaction(async (tx) => {
      await lockLinksOf(tx, link.email);
      if (!(await useUp(tx, link.id, now))) return linkClosed;
      const personId = await createAccount(tx, link, { passwordHash, zone: choice.zone }, now);
      await tx.accountLink.update({ where: { id: link.id }, data: { personId } });
      await endLinks(tx, link.email, ['sign_up', 'invitation'], now);
      return { ok: true, proven: { personId, version: 1 }, role: link.role } as const;
    });
  } catch (error) {
    // Another link of the same e-mail was used meanwhile.
    if (uniqueConflict(error)) return linkClosed;
    throw error;
  }
}

/** Sets the language of the account that an open link is for: its page, and what is sent later. Whoever has the link may. */
export async function chooseLinkLocale(token: string, locale: Locale, now: Date): Promise<void> {
  const link = await findLink(token, ['sign_up', 'invitation'], now);
  if (link.state === 'open')
    await prisma().accountLink.updateMany({ where: { id: link.id, ...OPEN }, data: { locale } });
}

async function createAccount(
  tx: Tx,
  { kind, email, name, phone, locale, role, specialty, languages }: OpenLink,
  { passwordHash, zone }: { passwordHash: string; zone: string },
  now: Date,
): Promise<string> {
  const id = uuidv7();
  const stored = role.toUpperCase() as StoredRole;
  await tx.person.create({
    data: { id, role: stored, email, name, phone, zone, locale, passwordHash, emailConfirmedAt: now },
  });
  if (role === 'doctor') await addDoctor(tx, id, { specialty: specialty ?? '', languages });
  const action = kind === 'invitation' ? 'invitation_accepted' : 'person_signed_up';
  await audit(tx, { id }, { action, subject: { type: 'person', id }, after: { role } });
  return id;
}
