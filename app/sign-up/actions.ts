'use server';

import { cookies } from 'next/headers';
import { clientAddress } from '@/app/client-address';
import { rememberLocale } from '@/app/remember-locale';
import { fieldErrors, wholeRefused } from '@/components/accounts/form-errors';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import { requestSignUp } from '@/lib/accounts/commands/sign-up';
import { LOCALE_COOKIE } from '@/lib/accounts/queries/locale';
import { signUpInput } from '@/lib/accounts/schema';
import { formOf } from '@/lib/platform/schema';

/** Sends the mail with which a patient makes an account. Anyone may ask, and the answer does not tell who has one already. */
export async function sendSignUp(form: FormData): Promise<FormOutcome> {
  const given = Object.fromEntries(formOf(form));
  const input = signUpInput.safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const result = await requestSignUp(input.data, await clientAddress(), new Date());
  if (!result.ok) return wholeRefused(result);
  // What was chosen here is newer than what this browser remembers.
  const cookie = (await cookies()).get(LOCALE_COOKIE);
  if (cookie && cookie.value !== input.data.locale) await rememberLocale(input.data.locale);
  return { ok: true };
}
