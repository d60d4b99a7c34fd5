import { apiActor, idOf } from '@/app/api/guard';
import { participantsOf } from '@/lib/calls/queries';
import { problemResponse } from '@/lib/platform/problem-response';

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const result = await participantsOf(actor.actor, idOf(await params), new Date());
  if (!result.ok) return problemResponse(result);
  const { people, here } = result;
  return Response.json({ people, here }, { headers: { 'cache-control': 'no-store' } });
}
