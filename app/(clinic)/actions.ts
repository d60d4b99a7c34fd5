'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { pageActor } from '@/app/page-actor';
import type { Guarded } from '@/components/accounts/ask-password';
import { guarded } from '@/components/accounts/form-errors';
import { setDisabled } from '@/lib/accounts/commands/disable';
import { endSession } from '@/lib/accounts/commands/sessions';
import { currentActor, isPageOf } from '@/lib/accounts/queries/actor';
import { personId } from '@/lib/accounts/schema';
import { clearSessionCookie, sessionClaims } from '@/lib/adapters/session';

/** Ends this browser's session and no other: there is nothing to prove. From a page of somebody else's it is not theirs that would end. */
export async function signOut(): Promise<void> {
  const actor = await currentActor();
  if (actor && !(await isPageOf(actor))) redirect('/someone-else');
  const claims = await sessionClaims();
  if (claims) await endSession(claims.sessionId, new Date());
  await clearSessionCookie();
  redirect('/sign-in?out=1');
}

/** Disables or enables an account. */
export async function changeDisabled(id: string, disabled: boolean): Promise<Guarded> {
  const actor = await pageActor();
  const person = personId.safeParse(id);
  if (!person.success) return 'refused';
  const result = await setDisabled(actor, person.data, disabled === true, new Date());
  if (result.ok) refresh();
  return guarded(result);
}
