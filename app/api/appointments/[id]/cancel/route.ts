import { apiActor, idOf, notForeign } from '@/app/api/guard';
import { cancelAppointment } from '@/lib/appointments/commands';
import { toJson } from '@/lib/appointments/queries';
import { appointmentChange } from '@/lib/appointments/schema';
import { problemResponse, refuse } from '@/lib/platform/problems';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const foreign = notForeign(request);
  if (foreign) return problemResponse(foreign);
  const change = appointmentChange.safeParse(await request.json().catch(() => null));
  if (!change.success) return problemResponse(refuse('invalid_request', { detail: 'revision: a whole number' }));
  const result = await cancelAppointment(actor.actor, idOf(await params), change.data.revision);
  if (!result.ok) return problemResponse(result);
  return Response.json(toJson(result.appointment, new Date()), { headers: { 'cache-control': 'no-store' } });
}
