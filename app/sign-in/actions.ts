'use server';

import { cookies } from 'next/headers';
import { chooseLinkLocale } from '@/lib/accounts/commands/welcome';
import { isLocale } from '@/lib/accounts/policy';
import { LOCALE_COOKIE, welcomeToken } from '@/lib/accounts/queries/locale';
import { formOf } from '@/lib/platform/schema';
import { settings } from '@/lib/platform/settings';

const YEAR = 365 * 24 * 60 * 60;

/** Remembers the language in this browser and, where an account is made, for it; for someone who is signed out there is nothing else to prove. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = formOf(form).get('locale');
  if (!isLocale(locale)) return;
  const token = await welcomeToken();
  if (token !== null) await chooseLinkLocale(token, locale, new Date());
  const secure = settings().origin.startsWith('https:');
  (await cookies()).set(LOCALE_COOKIE, locale, { maxAge: YEAR, path: '/', sameSite: 'lax', httpOnly: true, secure });
}
