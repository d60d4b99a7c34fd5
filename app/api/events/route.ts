import { apiActor } from '@/app/api/guard';
import { clientAddress } from '@/app/client-address';
import { actorOf } from '@/lib/accounts/queries/actor';
import { sessionClaims } from '@/lib/adapters/session';
import { streamFor } from '@/lib/notifications/stream';
import { Crowd } from '@/lib/platform/crowd';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

/** The streams of this process. Hot reload loads this module again and again. */
const held = globalThis as { anteroomStreams?: { people: Crowd; addresses: Crowd } };

/** Counts one stream more of a person and an address, and returns how it leaves; null where it is one too many. */
function enter(person: string, address: string | null) {
  const { streamsPerPerson, streamsPerAddress } = settings().limits;
  held.anteroomStreams ??= { people: new Crowd(streamsPerPerson), addresses: new Crowd(streamsPerAddress) };
  const { people, addresses } = held.anteroomStreams;
  const leavePeople = people.enter(person);
  if (!leavePeople) return null;
  const leaveAddresses = addresses.enter(address ?? 'unknown');
  if (!leaveAddresses) {
    leavePeople();
    return null;
  }
  return () => {
    leavePeople();
    leaveAddresses();
  };
}

/** `no-transform` keeps compression, which would hold events back, away from it. */
const HEADERS = { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' };

export const dynamic = 'force-dynamic';

export async function GET(request: Request) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  // Nobody reads what a HEAD begins, and nobody would say that it is over.
  if (request.method === 'HEAD') return new Response(null, { headers: HEADERS });
  const leave = enter(actor.actor.id, await clientAddress());
  if (!leave) return problemResponse(refuse('too_many_requests', { retryAfter: 60 }));
  const claims = await sessionClaims();
  const holds = async () => claims !== null && (await actorOf(claims)) !== null;
  return new Response(streamFor(actor.actor, holds, request.signal, leave), { headers: HEADERS });
}
