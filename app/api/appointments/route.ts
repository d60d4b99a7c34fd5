import { apiActor, notForeign } from '@/app/api/guard';
import { wrongInput } from '@/app/api/wrong-input';
import { bookAppointment } from '@/lib/appointments/commands/book';
import { listAppointments } from '@/lib/appointments/queries/list';
import { bookingInput, idempotencyKey } from '@/lib/appointments/schema/booking';
import { appointmentFilter } from '@/lib/appointments/schema/list';
import { jsonAnswer, toJson } from '@/lib/appointments/views/json';
import { problemResponse } from '@/lib/platform/problem-response';
import { settings } from '@/lib/platform/settings';

export async function GET(request: Request) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const filter = appointmentFilter.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!filter.success) return problemResponse(wrongInput(filter.error.issues));
  const now = new Date();
  const { items, nextCursor } = await listAppointments(actor.actor, filter.data);
  return Response.json(
    { items: items.map((item) => toJson(item, now, settings())), nextCursor },
    { headers: { 'cache-control': 'no-store' } },
  );
}

export async function POST(request: Request) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const foreign = notForeign(request);
  if (foreign) return problemResponse(foreign);
  const input = bookingInput.safeParse(await request.json().catch(() => null));
  if (!input.success) return problemResponse(wrongInput(input.error.issues));
  const key = idempotencyKey.safeParse(request.headers.get('idempotency-key') ?? undefined);
  if (!key.success) return problemResponse(wrongInput(key.error.issues));
  const now = new Date();
  const once = { key: key.data, answer: jsonAnswer(now, settings()) };
  const result = await bookAppointment(actor.actor, input.data, once, now);
  if (!result.ok) return problemResponse(result);
  const headers = { 'cache-control': 'no-store', location: `/api/appointments/${result.appointment.id}` };
  return Response.json(result.appointment, { status: 201, headers });
}
