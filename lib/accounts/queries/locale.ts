import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { bestLocale } from '@/lib/accounts/locale';
import { isLocale, type Locale } from '@/lib/accounts/policy';
import { currentActor } from '@/lib/accounts/queries/actor';
import { findLink } from '@/lib/accounts/queries/link';
import { HERE } from '@/lib/platform/page-headers';

export const LOCALE_COOKIE = 'anteroom.locale';

/**
 * The language of this request's reader: the person's choice, else this browser's last choice, else that of the mail whose link they opened,
 * else what the browser asks for.
 */
export const readerLocale = cache(async (): Promise<Locale> => {
  const chosen =
    (await currentActor())?.locale ?? (await cookies()).get(LOCALE_COOKIE)?.value ?? (await invitedLocale());
  return isLocale(chosen) ? chosen : bestLocale((await headers()).get('accept-language'));
});

/** On the page on which somebody makes their account: the language of their account-to-be, as they or the clinic chose it. */
async function invitedLocale(): Promise<string | null> {
  const [, token] = /^\/welcome\/([^/?]+)/.exec((await headers()).get(HERE) ?? '') ?? [];
  const link = token === undefined ? null : await findLink(token, ['sign_up', 'invitation'], new Date());
  return link?.state === 'open' ? link.locale : null;
}
