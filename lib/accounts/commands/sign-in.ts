import { mailDeviceLink } from '@/lib/accounts/commands/device-link';
import { beginSession } from '@/lib/accounts/commands/sessions';
import type { Locale } from '@/lib/accounts/policy';
import { credentials, MOST_TYPED } from '@/lib/accounts/schema';
import type { SignInAttempt, SignInOutcome } from '@/lib/adapters/auth';
import { prisma } from '@/lib/adapters/database';
import type { KnownDevice } from '@/lib/adapters/known-device';
import { passwordMatches } from '@/lib/adapters/passwords';
import { consume, type Limit, restore } from '@/lib/platform/limits';
import { tally } from '@/lib/platform/tally';

/** Counters that one attempt goes by, in the order in which they are asked. */
type Counters = [limit: Limit, key: string][];

/**
 * Signs a person in by e-mail and password; an unknown e-mail, a wrong password and a disabled account answer alike and take as long.
 *
 * A browser from which this person signed in before has a counter of its own, so that no stranger's guesses keep its owner out. Every other
 * is counted by address, and by address with account; and beyond a wide cap for the account, whatever the addresses, no password is
 * looked at any more: whoever reads the account's mail gets a link that makes their browser known.
 * @param locale the language that the browser is answered in
 */
export async function signIn(
  { email, password, address, device }: SignInAttempt,
  locale: Locale,
): Promise<SignInOutcome> {
  const parsed = credentials.safeParse({ email, password });
  const account = parsed.success ? parsed.data.email : null;
  const person = account
    ? await prisma().person.findUnique({
        where: { email: account },
        select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
      })
    : null;
  const from = address ?? 'unknown';
  const isKnown = person !== null && isKnownFor(person, device.known);
  const counters: Counters = isKnown
    ? [['sign_in_device', `${person.id} ${device.known?.id}`]]
    : [['sign_in_address', from], ...(account ? countersOf(account, from) : [])];
  for (const [limit, key] of counters) {
    const limited = await consume(limit, key);
    if (!limited) continue;
    if (limit !== 'sign_in_anywhere') return limited;
    if (account) await mailDeviceLink(account, locale, new Date());
    return { ok: false, code: 'link_mailed' };
  }
  const right = await passwordMatches(password.slice(0, MOST_TYPED), person?.passwordHash ?? null);
  if (!person || !right || person.disabledAt) {
    tally(person && right ? 'sign_in_refused:disabled' : 'sign_in_refused:wrong_credentials');
    return { ok: false, code: 'wrong_credentials' };
  }
  await Promise.all(counters.map(([limit, key]) => restore(limit, key)));
  tally('signed_in');
  const proven = { personId: person.id, version: person.sessionVersion };
  return { ok: true, session: await beginSession(proven, device, new Date()) };
}

/** What is no e-mail is nobody's account. */
const countersOf = (account: string, from: string): Counters => [
  ['sign_in_account', `${account} ${from}`],
  ['sign_in_anywhere', account],
];

/** One of before a new password is not: whoever had the old one may have made browsers known. */
const isKnownFor = (person: { id: string; sessionVersion: number }, device: KnownDevice | null) =>
  device?.people.some(({ id, version }) => id === person.id && version === person.sessionVersion) ?? false;
