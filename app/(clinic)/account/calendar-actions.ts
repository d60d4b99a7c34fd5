'use server';

import { redirect } from 'next/navigation';
import { pageActor } from '@/app/page-actor';
import type { Guarded } from '@/components/accounts/ask-password';
import { guarded } from '@/components/accounts/form-errors';
import { changeFeed, chooseVisitMail, isFeedChange } from '@/lib/notifications/commands/choose-calendar';
import { formOf } from '@/lib/platform/schema';

/** Turns mail about the own visits on or off. */
export async function saveVisitMail(form: FormData): Promise<void> {
  const actor = await pageActor();
  const wanted = formOf(form).get('visitMail') === 'on';
  const result = await chooseVisitMail(actor, wanted);
  redirect(result.ok ? `/account?saved=mail-${wanted ? 'on' : 'off'}#calendar` : '/account');
}

/** Turns the own feed on or off, or gives it a new address; answers only when that was refused. */
export async function saveFeed(form: FormData): Promise<Guarded> {
  const actor = await pageActor();
  const change = formOf(form).get('change');
  const result = isFeedChange(change) ? await changeFeed(actor, change, new Date()) : null;
  if (result?.ok) redirect(`/account?saved=feed-${change}#calendar`);
  return result ? guarded(result) : 'refused';
}
