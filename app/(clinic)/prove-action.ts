'use server';

import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { provePassword } from '@/lib/accounts/commands/prove';
import { hasOuterSpaces } from '@/lib/platform/passwords';
import { textOf } from '@/lib/platform/schema';

/** Takes the own password again; null when it is right, else what to say. */
export async function prove(sent: string): Promise<string | null> {
  const password = textOf(sent);
  const actor = await pageActor();
  const t = await getTranslations('proof');
  const result = await provePassword(actor, password, new Date());
  if (result.ok) return null;
  if (result.code === 'wrong_password') return t(hasOuterSpaces(password) ? 'wrongSpaces' : 'wrong');
  return t('tooMany', { minutes: Math.ceil((result.retryAfter ?? 60) / 60) });
}
