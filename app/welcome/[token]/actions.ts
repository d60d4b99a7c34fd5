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
import { acceptLink } from '@/lib/accounts/commands/welcome';
import { firstPassword } from '@/lib/accounts/schema';
import { formOf, textOf } from '@/lib/platform/schema';

/** The page on which somebody begins who has just come in. */
const FIRST_PAGE = { patient: '/book?new=1', doctor: '/hours?new=1', admin: '/' } as const;

/** Makes the account that a link is for and signs in. The link in the address proves who asks. */
export async function chooseFirstPassword(token: string, form: FormData): Promise<FormOutcome> {
  const given = Object.fromEntries(formOf(form));
  const input = firstPassword.safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const result = await acceptLink(textOf(token), input.data, await clientAddress(), new Date());
  if (result.ok) {
    await signInHere(result.proven);
    redirect(FIRST_PAGE[result.role]);
  }
  if (result.code === 'password_refused') return fieldRefused('password', await faultText(result.why));
  if (result.code !== 'link_closed') return wholeRefused(result);
  // The page says why, and what leads on.
  refresh();
  return { ok: true };
}

/** Says of a password what is to be said while it is typed. */
export async function judgeFirstPassword(token: string, typed: string): Promise<Said> {
  const verdict = await judgeLinkPassword(
    textOf(token),
    ['sign_up', 'invitation'],
    textOf(typed),
    await clientAddress(),
    new Date(),
  );
  return saidOf(verdict);
}
