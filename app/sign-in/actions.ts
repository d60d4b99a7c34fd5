'use server';

import { rememberLocale } from '@/app/remember-locale';
import { isLocale } from '@/lib/accounts/policy';
import { formOf } from '@/lib/platform/schema';

/** Remembers the language in this browser; for someone who is signed out there is nothing else to prove. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const locale = formOf(form).get('locale');
  if (isLocale(locale)) await rememberLocale(locale);
}
