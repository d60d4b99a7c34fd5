import { endLinks, lockLinksOf, makeLink } from '@/lib/accounts/commands/link';
import { linkToken } from '@/lib/accounts/links';
import type { AdminInput } from '@/lib/accounts/schema';
import { prisma } from '@/lib/adapters/database';
import { audit } from '@/lib/platform/audit';
import { settings } from '@/lib/platform/settings';

export type AdminLink =
  | { ok: true; url: string; hours: number }
  /** The e-mail is somebody else's, or the account was disabled. */
  | { ok: false; code: 'not_an_admin' | 'disabled' };

/**
 * A link with which an admin chooses a password: a new one who has no account yet, or one who cannot get in any more. For whoever
 * has the server in hand; nothing is mailed, as there may be no mail server yet.
 */
export async function linkForAdmin({ email, name, language }: AdminInput, now: Date): Promise<AdminLink> {
  const person = await prisma().person.findUnique({ where: { email }, select: { role: true, disabledAt: true } });
  if (person && person.role !== 'ADMIN') return { ok: false, code: 'not_an_admin' };
  if (person?.disabledAt) return { ok: false, code: 'disabled' };
  const kind = person ? 'reset' : 'invitation';
  const id = await prisma().$transaction(async (tx) => {
    await lockLinksOf(tx, email);
    await endLinks(tx, email, [kind], now);
    const link = await makeLink(tx, kind, { email, name, locale: language, role: 'ADMIN' }, now);
    await audit(tx, null, { action: 'admin_link_made', subject: { type: 'invitation', id: link }, after: { kind } });
    return link;
  });
  const path = person ? 'reset' : 'welcome';
  const { origin, sessionSecret } = settings();
  return { ok: true, url: `${origin}/${path}/${linkToken(id, sessionSecret)}`, hours: person ? 1 : 7 * 24 };
}
