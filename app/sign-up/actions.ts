'use server';

import { clientAddress } from '@/app/client-address';
import { fieldErrors, wholeRefused } from '@/components/accounts/form-errors';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import { requestSignUp } from '@/lib/accounts/commands/sign-up';
import { signUpInput } from '@/lib/accounts/schema';
import { formOf } from '@/lib/platform/schema';

/** Sends the mail with which a patient makes an account. Anyone may ask, and the answer does not tell who has one already. */
export async function sendSignUp(form: FormData): Promise<FormOutcome> {
  const given = Object.fromEntries(formOf(form));
  const input = signUpInput.safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const result = await requestSignUp(input.data, await clientAddress(), new Date());
  return result.ok ? { ok: true } : wholeRefused(result);
}
