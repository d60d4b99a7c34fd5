import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';
import { LOCALES, type Locale } from '@/lib/accounts/policy';

/** The language to answer an Accept-Language header in; English when it names none of ours. */
export function bestLocale(acceptLanguage: string | null): Locale {
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } }).languages();
  try {
    return match(
      wanted.filter((language) => language !== '*'),
      LOCALES,
      'en',
    ) as Locale;
  } catch {
    // A browser may send what is no language tag at all.
    return 'en';
  }
}
