import type { ZodType } from 'zod';
import { apiActor, type IdContext, idOf, notForeign } from '@/app/api/guard';
import { wrongInput } from '@/app/api/wrong-input';
import type { Changed } from '@/lib/appointments/commands/write';
import { jsonAnswer } from '@/lib/appointments/views/json';
import type { Actor } from '@/lib/platform/actor';
import { problemResponse } from '@/lib/platform/problem-response';
import { settings } from '@/lib/platform/settings';

/** A handler that changes one appointment: proves the actor, parses the body, calls the command, answers the appointment. */
export function changeHandler<Input>(
  schema: ZodType<Input>,
  run: (actor: Actor, input: Input & { id: string }, now: Date) => Promise<Changed>,
) {
  return async (request: Request, { params }: IdContext) => {
    const actor = await apiActor();
    if (!actor.ok) return problemResponse(actor);
    const foreign = notForeign(request);
    if (foreign) return problemResponse(foreign);
    const input = schema.safeParse(await request.json().catch(() => null));
    if (!input.success) return problemResponse(wrongInput(input.error.issues));
    const now = new Date();
    const result = await run(actor.actor, { ...input.data, id: idOf(await params) }, now);
    if (!result.ok) return problemResponse(result);
    return Response.json(jsonAnswer(now, settings())(result), { headers: { 'cache-control': 'no-store' } });
  };
}
