import {
  type ClosedLink,
  linkClosed,
  linkToUse,
  lockLinksOf,
  mailLink,
  makeLink,
  useUp,
} from '@/lib/accounts/commands/link';
import type { Locale } from '@/lib/accounts/policy';
import { prisma } from '@/lib/adapters/database';
import { consume, forget } from '@/lib/platform/limits';
import type { Problem } from '@/lib/platform/problems';
import { tally } from '@/lib/platform/tally';

/**
 * Sends a link that makes a browser known for an account, if there is one: nothing is looked up here, and who asks never learns it (see
 * letterOf). One is sent in ten minutes (rate-limits): whoever asks again is pointed to it.
 * @param locale the language of a person who chose none
 */
export async function mailDeviceLink(email: string, locale: Locale, now: Date): Promise<void> {
  if (await consume('device_mail', email)) return;
  tally('device_link:asked');
  await prisma().$transaction(async (tx) => {
    await mailLink(tx, await makeLink(tx, 'device', { email, locale }, now));
  });
}

/**
 * Uses such a link up. It signs nobody in: the password is asked for as ever.
 * @param address the client's, or null when it is not known
 * @returns the person for whom the browser is to be known, as they are now
 */
export async function takeDeviceLink(
  token: string,
  address: string | null,
  now: Date,
): Promise<{ ok: true; person: { id: string; version: number } } | Problem | ClosedLink> {
  const link = await linkToUse(token, ['device'], address, now);
  if ('code' in link) return link;
  const { id, email } = link;
  const taken = await prisma().$transaction(async (tx) => {
    await lockLinksOf(tx, email);
    if (!(await useUp(tx, id, now))) return linkClosed;
    const person = await tx.person.findUnique({
      where: { email, disabledAt: null },
      select: { id: true, sessionVersion: true },
    });
    if (!person) return linkClosed;
    await tx.accountLink.update({ where: { id }, data: { personId: person.id } });
    tally('device_link:used');
    return { ok: true, person: { id: person.id, version: person.sessionVersion } } as const;
  });
  // Another browser of this person's gets one, too.
  if (taken.ok) await forget('device_mail', email);
  return taken;
}
