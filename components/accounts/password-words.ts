import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Verdict } from '@/lib/accounts/commands/judge-password';
import type { PasswordFault } from '@/lib/accounts/queries/password-fault';
import { MAX_PASSWORD, MIN_PASSWORD } from '@/lib/accounts/schema';
import type { Said } from './use-said';

/** Why a password cannot be chosen and what to do, in words. */
export async function faultText(why: PasswordFault): Promise<string> {
  const t = await getTranslations('passwordFaults');
  if (why === 'short') return t(why, { min: MIN_PASSWORD });
  return why === 'long' ? t(why, { max: MAX_PASSWORD }) : t(why);
}

/** What is said of a password while it is typed. Of one that is still too short nothing: how long it has to be stands there from the start. */
export async function saidOf(verdict: Verdict | null): Promise<Said> {
  if (!verdict || verdict.why === 'short') return null;
  if (verdict.why) return { good: false, text: await faultText(verdict.why) };
  return { good: true, text: (await getTranslations('passwordFaults'))('none') };
}
