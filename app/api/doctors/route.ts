import { apiActor } from '@/app/api/guard';
import { listDoctors } from '@/lib/availability/queries/doctors';
import { problemResponse } from '@/lib/platform/problem-response';

export async function GET() {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const items = await listDoctors(actor.actor, new Date());
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } });
}
