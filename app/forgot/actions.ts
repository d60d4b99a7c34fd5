'use server';

import { getLocale } from 'next-intl/server';
import { clientAddress } from '@/app/client-address';
import { fieldErrors, wholeRefused } from '@/components/accounts/form-errors';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import { requestReset } from '@/lib/accounts/commands/reset';
import type { Locale } from '@/lib/accounts/policy';
import { emailOnly } from '@/lib/accounts/schema';
import { formOf } from '@/lib/platform/schema';

/** Sends the mail with which a password is chosen anew. Anyone may ask, and the answer does not tell whether there is an account. */
export async function sendReset(form: FormData): Promise<FormOutcome> {
  const given = Object.fromEntries(formOf(form));
  const input = emailOnly.safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const locale = (await getLocale()) as Locale;
  const result = await requestReset({ ...input.data, locale }, await clientAddress(), new Date());
  return result.ok ? { ok: true } : wholeRefused(result);
}
