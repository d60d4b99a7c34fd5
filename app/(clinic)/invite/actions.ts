'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import type { Guarded } from '@/components/accounts/ask-password';
import { askForPassword, fieldErrors, fieldRefused, guarded, wholeRefused } from '@/components/accounts/form-errors';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import { invite, inviteAgain, withdrawInvitation } from '@/lib/accounts/commands/invite';
import { invitationInput, linkId } from '@/lib/accounts/schema';
import { formOf } from '@/lib/platform/schema';

/** Invites somebody; the front desk is told plainly of an e-mail that has an account. */
export async function sendInvitation(sent: FormData): Promise<FormOutcome> {
  const actor = await pageActor();
  const form = formOf(sent);
  const given = { ...Object.fromEntries(form), languages: form.getAll('languages') };
  const input = invitationInput.safeParse(given);
  if (!input.success) return fieldErrors(input.error.issues, given);
  const result = await invite(actor, input.data, new Date());
  const { email } = input.data;
  if (result.ok) redirect('/?invited=1');
  const t = await getTranslations('invite');
  if (result.code === 'email_known') return fieldRefused('email', t('emailKnown', { email }));
  if (result.code === 'already_invited') return fieldRefused('email', t('alreadyInvited', { email }));
  return result.code === 'password_needed' ? askForPassword() : wholeRefused(result);
}

/** Sends an invitation again. */
export async function sendInvitationAgain(id: string): Promise<Guarded> {
  const actor = await pageActor();
  const invitation = linkId.safeParse(id);
  if (!invitation.success) return 'refused';
  const result = await inviteAgain(actor, invitation.data, new Date());
  if (result.ok) refresh();
  return guarded(result);
}

/** Takes an invitation back. */
export async function takeInvitationBack(id: string): Promise<Guarded> {
  const actor = await pageActor();
  const invitation = linkId.safeParse(id);
  if (!invitation.success) return 'refused';
  const result = await withdrawInvitation(actor, invitation.data, new Date());
  if (result.ok) refresh();
  return guarded(result);
}
