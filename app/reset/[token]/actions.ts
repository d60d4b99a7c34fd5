'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { clientAddress } from '@/app/client-address';
import { signInHere } from '@/app/sign-in-here';
import { fieldErrors, fieldRefused, wholeRefused } from '@/components/accounts/form-errors';
import { faultText, saidOf } from '@/components/accounts/password-words';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import type { Said } from '@/components/accounts/use-said';
import { judgeLinkPassword } from '@/lib/accounts/commands/judge-password';
import { resetPassword } from '@/lib/accounts/commands/reset';
import { resetInput } from '@/lib/accounts/schema';
import { formOf, textOf } from '@/lib/platform/schema';

/** Sets a new password and signs in. The link in the address proves who asks. */
export async function chooseNewPassword(token: string, form: FormData): Promise<FormOutcome> {
  const given = Object.fromEntries(formOf(form));
  const input = resetInput.safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const result = await resetPassword(textOf(token), input.data.password, await clientAddress(), new Date());
  if (result.ok) {
    await signInHere(result.proven);
    // The new address of the calendar stands there, and that it is new.
    redirect(result.feedRenewed ? '/account?saved=feed-password#calendar' : '/?reset=1');
  }
  if (result.code === 'password_refused') return fieldRefused('password', await faultText(result.why));
  if (result.code !== 'link_closed') return wholeRefused(result);
  // The page says why, and what leads on.
  refresh();
  return { ok: true };
}

/** Says of a password what is to be said while it is typed. */
export async function judgeResetPassword(token: string, typed: string): Promise<Said> {
  const verdict = await judgeLinkPassword(textOf(token), ['reset'], textOf(typed), await clientAddress(), new Date());
  return saidOf(verdict);
}
