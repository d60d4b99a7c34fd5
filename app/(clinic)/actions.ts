'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { pageActor } from '@/app/page-actor';
import { setDisabled } from '@/lib/accounts/commands/disable';
import { personId } from '@/lib/accounts/schema';
import { endSession } from '@/lib/adapters/session';

/** Ends this browser's session. Nobody else's: there is nothing to prove. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect('/sign-in');
}

/** Disables or enables an account; false when that was refused. */
export async function changeDisabled(id: string, disabled: boolean): Promise<boolean> {
  const actor = await pageActor('/');
  const person = personId.safeParse(id);
  if (!person.success) return false;
  const { ok } = await setDisabled(actor, person.data, disabled === true, new Date());
  if (ok) refresh();
  return ok;
}
