import type { Locale } from '@/lib/accounts/policy';

/** Our languages, each by its own name: that is how someone finds theirs. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', es: 'Español' };
