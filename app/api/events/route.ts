import { apiActor } from '@/app/api/guard';
import { actorOf } from '@/lib/accounts/queries/actor';
import { sessionClaims } from '@/lib/adapters/session';
import { streamFor } from '@/lib/notifications/stream';
import { problemResponse } from '@/lib/platform/problem-response';

export const dynamic = 'force-dynamic';

export async function GET(request: Request) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const claims = await sessionClaims();
  const holds = async () => claims !== null && (await actorOf(claims)) !== null;
  return new Response(
    streamFor(actor.actor, holds, request.signal),
    // `no-transform` keeps compression, which would hold events back, away from it.
    { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' } },
  );
}
