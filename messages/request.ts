import { getRequestConfig } from 'next-intl/server';
import { readerLocale } from '@/lib/accounts/queries';

export default getRequestConfig(async () => {
  const locale = await readerLocale();
  return { locale, messages: (await import(`./${locale}.json`)).default };
});
