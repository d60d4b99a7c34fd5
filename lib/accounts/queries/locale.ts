import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { bestLocale } from '@/lib/accounts/locale';
import { isLocale, type Locale } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/queries/actor';

export const LOCALE_COOKIE = 'anteroom.locale';

/** The language of this request's reader: the person's choice, else this browser's last choice, else what the browser asks for. */
export const readerLocale = cache(async (): Promise<Locale> => {
  const chosen = (await currentActor())?.locale ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : bestLocale((await headers()).get('accept-language'));
});
