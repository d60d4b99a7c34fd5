'use server';

import { cookies } from 'next/headers';
import { isLocale } from '@/lib/accounts/policy';
import { LOCALE_COOKIE } from '@/lib/accounts/queries/locale';
import { formOf } from '@/lib/platform/schema';
import { settings } from '@/lib/platform/settings';

const YEAR = 365 * 24 * 60 * 60;

/** Remembers the language in this browser; for someone who is signed out there is nothing else to prove. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = formOf(form).get('locale');
  if (!isLocale(locale)) return;
  const secure = settings().origin.startsWith('https:');
  (await cookies()).set(LOCALE_COOKIE, locale, { maxAge: YEAR, path: '/', sameSite: 'lax', httpOnly: true, secure });
}
