import { apiActor, hasBody, idOf, notForeign } from '@/app/api/guard';
import { wrongInput } from '@/app/api/wrong-input';
import { joinCall } from '@/lib/calls/commands/join';
import { videoTokenRequest } from '@/lib/calls/schema';
import { problemResponse } from '@/lib/platform/problem-response';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await apiActor();
  if (!actor.ok) return problemResponse(actor);
  const foreign = notForeign(request);
  if (foreign) return problemResponse(foreign);
  const asked = videoTokenRequest.safeParse(hasBody(request) ? await request.json().catch(() => null) : {});
  if (!asked.success) return problemResponse(wrongInput(asked.error.issues));
  const result = await joinCall(actor.actor, idOf(await params), new Date(), asked.data);
  if (!result.ok) return problemResponse(result);
  return Response.json(result.ticket, { headers: { 'cache-control': 'no-store' } });
}
