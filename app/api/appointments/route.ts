import { apiActor } from '@/app/api/guard';
import { listAppointments, toJson } from '@/lib/appointments/queries';
import { appointmentFilter } from '@/lib/appointments/schema';
import { problemResponse, refuse } from '@/lib/platform/problems';

export async function GET(request: Request) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const filter = appointmentFilter.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!filter.success) {
    const names = filter.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return problemResponse(refuse('invalid_request', { detail: names.join('; ') }));
  }
  const now = new Date();
  const { items, nextCursor } = await listAppointments(actor.actor, filter.data);
  return Response.json(
    { items: items.map((item) => toJson(item, now)), nextCursor },
    { headers: { 'cache-control': 'no-store' } },
  );
}
