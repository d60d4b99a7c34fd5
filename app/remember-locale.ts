import { cookies } from 'next/headers';
import type { Locale } from '@/lib/accounts/policy';
import { LOCALE_COOKIE } from '@/lib/accounts/queries/locale';
import { settings } from '@/lib/platform/settings';

const YEAR = 365 * 24 * 60 * 60;

/** Remembers the language of this browser. For server actions. */
export async function rememberLocale(locale: Locale): Promise<void> {
  const secure = settings().origin.startsWith('https:');
  (await cookies()).set(LOCALE_COOKIE, locale, { maxAge: YEAR, path: '/', sameSite: 'lax', httpOnly: true, secure });
}
