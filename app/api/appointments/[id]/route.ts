import { apiActor, idOf } from '@/app/api/guard';
import { findAppointment } from '@/lib/appointments/queries/find-appointment';
import { toJson } from '@/lib/appointments/views/json';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const appointment = await findAppointment(actor.actor, idOf(await params));
  if (!appointment) return problemResponse(refuse('appointment_not_found'));
  return Response.json(toJson(appointment, new Date(), settings()), { headers: { 'cache-control': 'no-store' } });
}
