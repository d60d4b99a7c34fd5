import {
  type ClosedLink,
  endLinks,
  type LinksMailed,
  linkClosed,
  linksMailed,
  linkToUse,
  lockLinksOf,
  mailLink,
  makeLink,
  useUp,
} from '@/lib/accounts/commands/link';
import type { Proven } from '@/lib/accounts/commands/sessions';
import type { Locale } from '@/lib/accounts/policy';
import { passwordRefused, type RefusedPassword } from '@/lib/accounts/queries/password-fault';
import { prisma } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { hashPassword } from '@/lib/adapters/passwords';
import { renewFeedAddress } from '@/lib/notifications/commands/choose-calendar';
import { audit } from '@/lib/platform/audit';
import { consume } from '@/lib/platform/limits';
import type { Problem, Result } from '@/lib/platform/problems';

/**
 * Sends a link with which a forgotten password is chosen anew, if there is an account. Who asks never learns that: nothing is looked
 * up here (see letterOf).
 * @param address the client's, or null when it is not known
 */
export async function requestReset(
  { email, locale }: { email: string; locale: Locale },
  address: string | null,
  now: Date,
): Promise<Result<object> | LinksMailed> {
  const limited = await consume('reset_address', address ?? 'unknown');
  if (limited) return limited;
  if (await consume('reset_mail', email)) return linksMailed;
  await prisma().$transaction(async (tx) => {
    await mailLink(tx, await makeLink(tx, 'reset', { email, locale }, now));
  });
  return { ok: true };
}

/**
 * Sets a password by a reset link and ends every session of the account, calls included. Who opened the mail has also proven to read it.
 * @returns who may have a session now, and whether a calendar feed has another address now
 */
export async function resetPassword(
  token: string,
  password: string,
  address: string | null,
  now: Date,
): Promise<{ ok: true; proven: Proven; feedRenewed: boolean } | Problem | ClosedLink | RefusedPassword> {
  const link = await linkToUse(token, ['reset'], address, now);
  if ('code' in link) return link;
  const owner = await prisma().person.findUnique({ where: { email: link.email }, select: { passwordHash: true } });
  const refused = await passwordRefused(password, link, owner?.passwordHash ?? null);
  if (refused) return refused;
  const { id, email } = link;
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    await lockLinksOf(tx, email);
    if (!(await useUp(tx, id, now))) return linkClosed;
    const [person] = await tx.person.updateManyAndReturn({
      where: { email, disabledAt: null },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true, sessionVersion: true },
    });
    if (!person) return linkClosed;
    const personId = person.id;
    await tx.person.updateMany({ where: { id: personId, emailConfirmedAt: null }, data: { emailConfirmedAt: now } });
    await tx.accountLink.update({ where: { id }, data: { personId } });
    await endLinks(tx, email, ['reset'], now);
    const feedRenewed = await renewFeedAddress(tx, person);
    await audit(tx, person, { action: 'password_reset', subject: { type: 'person', id: personId } });
    await addJob(tx, 'end_calls_of_person', { personId });
    await addJob(tx, 'send_password_mail', { personId });
    return { ok: true, proven: { personId, version: person.sessionVersion }, feedRenewed } as const;
  });
}
