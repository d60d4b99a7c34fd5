import { redirect } from 'next/navigation';
import { noteRequest } from '@/app/note-request';
import { currentActor } from '@/lib/accounts/queries/actor';
import type { Actor } from '@/lib/platform/actor';

/** The actor of this page; someone who is signed out goes to sign-in and comes back to `here` (a path on this site). */
export async function pageActor(here: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(here === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(here)}`);
  await noteRequest(actor);
  return actor;
}
