import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { noteRequest } from '@/app/note-request';
import { currentActor, isPageOf } from '@/lib/accounts/queries/actor';
import type { Actor } from '@/lib/platform/actor';
import { PAGE_ADDRESS } from '@/lib/platform/page-headers';
import { wayBack } from '@/lib/platform/paths';

/**
 * The actor of this page or of its server action. Someone who is signed out goes to sign-in and comes back here; a page that was made for
 * somebody else, before another person signed in in its browser, leads to one that says so, whatever is sent or opened from it.
 */
export async function pageActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) {
    const here = wayBack((await headers()).get(PAGE_ADDRESS));
    redirect(here === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(here)}`);
  }
  if (!(await isPageOf(actor))) redirect('/someone-else');
  await noteRequest(actor);
  return actor;
}
