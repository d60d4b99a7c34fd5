import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { bestLocale } from '@/lib/accounts/locale';
import { isLocale, type Locale } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/queries/actor';
import { findLink } from '@/lib/accounts/queries/link';
import { PAGE_ADDRESS } from '@/lib/platform/page-headers';

export const LOCALE_COOKIE = 'anteroom.locale';

/**
 * The language of this request's reader: on the page on which an account is made that of the account-to-be, as its owner or the clinic chose it; else
 * the person's choice, this browser's last choice, what the browser asks for.
 */
export const readerLocale = cache(async (): Promise<Locale> => {
  const chosen =
    (await invitedLocale()) ?? (await currentActor())?.locale ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : bestLocale((await headers()).get('accept-language'));
});

/** The token of the link whose page this is, on which an account is made. */
export async function welcomeToken(): Promise<string | null> {
  const [, token = null] = /^\/welcome\/([^/?]+)/.exec((await headers()).get(PAGE_ADDRESS) ?? '') ?? [];
  return token;
}

async function invitedLocale(): Promise<string | null> {
  const token = await welcomeToken();
  const link = token === null ? null : await findLink(token, ['sign_up', 'invitation'], new Date());
  return link?.state === 'open' ? link.locale : null;
}
