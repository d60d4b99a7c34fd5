'use server';

import { refresh } from 'next/cache';
import { pageActor } from '@/app/page-actor';
import type { Guarded } from '@/components/accounts/ask-password';
import { guarded } from '@/components/accounts/form-errors';
import { endOtherSessions, endOwnSession } from '@/lib/accounts/commands/sessions';
import { sessionId } from '@/lib/accounts/schema';

/** Signs another of the own devices out. */
export async function endOne(id: string): Promise<Guarded> {
  const actor = await pageActor();
  const session = sessionId.safeParse(id);
  if (!session.success) return 'refused';
  const result = await endOwnSession(actor, session.data, new Date());
  if (result.ok) refresh();
  return guarded(result);
}

/** Signs all other devices of one's own out. */
export async function endOthers(): Promise<Guarded> {
  const actor = await pageActor();
  const result = await endOtherSessions(actor, new Date());
  if (result.ok) refresh();
  return guarded(result);
}
