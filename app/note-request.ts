import { headers } from 'next/headers';
import { noteUse } from '@/lib/accounts/commands/sessions';
import type { Actor } from '@/lib/platform/actor';
import { isBackground } from '@/lib/platform/origin';

/** Notes that the actor's session was used, by a request that their page did not make by itself. */
export async function noteRequest(actor: Actor): Promise<void> {
  if (!isBackground(await headers())) await noteUse(actor, new Date());
}
