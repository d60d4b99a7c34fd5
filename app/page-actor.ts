import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { noteRequest } from '@/app/note-request';
import { currentActor, isPageOf } from '@/lib/accounts/queries/actor';
import type { Actor } from '@/lib/platform/actor';
import { HERE } from '@/lib/platform/page-headers';
import { safePath } from '@/lib/platform/paths';

/**
 * The actor of this page or of its server action. Someone who is signed out goes to sign-in and comes back here; what a page sends after somebody
 * else signed in in its browser is not theirs, and leads to a page that says so.
 */
export async function pageActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) {
    const here = safePath((await headers()).get(HERE));
    redirect(here === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(here)}`);
  }
  if (!(await isPageOf(actor))) redirect('/someone-else');
  await noteRequest(actor);
  return actor;
}
