import { apiActor, notForeign } from '@/app/api/guard';
import { problemResponse } from '@/lib/platform/problem-response';

/** Says that somebody is at the page: what an open page asks by itself is no use of a session. */
export async function POST(request: Request) {
  const foreign = notForeign(request);
  if (foreign) return problemResponse(foreign);
  const actor = await apiActor();
  return actor.ok ? new Response(null, { status: 204 }) : problemResponse(actor);
}
