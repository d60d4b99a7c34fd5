'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { clientAddress } from '@/app/client-address';
import { signInHere } from '@/app/sign-in-here';
import { fieldErrors, wholeRefused } from '@/components/accounts/form-errors';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import { resetPassword } from '@/lib/accounts/commands/reset';
import { resetInput } from '@/lib/accounts/schema';

/** Sets a new password and signs in. The link in the address proves who asks. */
export async function chooseNewPassword(token: string, form: FormData): Promise<FormOutcome> {
  const given = Object.fromEntries(form);
  const input = resetInput.safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const result = await resetPassword(String(token), input.data.password, await clientAddress(), new Date());
  if (result.ok) {
    await signInHere(result.proven);
    redirect('/');
  }
  if (result.code !== 'link_closed') return wholeRefused(result);
  // The page says why, and what leads on.
  refresh();
  return { ok: true };
}
