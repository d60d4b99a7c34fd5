import type { IdContext } from '@/app/api/guard';
import { apiActor, idOf } from '@/app/api/guard';
import { wrongInput } from '@/app/api/wrong-input';
import { listSlots } from '@/lib/availability/queries/slots';
import { slotsQuery } from '@/lib/availability/schema';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';

const iso = (ms: number) => new Date(ms).toISOString();

export async function GET(request: Request, { params }: IdContext) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const query = slotsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problemResponse(wrongInput(query.error.issues));
  const slots = await listSlots(actor.actor, idOf(await params), query.data, new Date());
  if (!slots) return problemResponse(refuse('doctor_not_found'));
  const items = slots.map(({ start, end, visitTypes }) => ({ startsAt: iso(start), endsAt: iso(end), visitTypes }));
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } });
}
