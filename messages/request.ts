import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { bestLocale } from '@/lib/accounts/locale';
import { readerLocale } from '@/lib/accounts/queries/locale';

export default getRequestConfig(async () => {
  // Without a database an error page still needs its words.
  const locale = await readerLocale().catch(async () => bestLocale((await headers()).get('accept-language')));
  return { locale, messages: (await import(`./${locale}.json`)).default };
});
