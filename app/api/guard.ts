import { noteRequest } from '@/app/note-request';
import { currentActor, isPageOf } from '@/lib/accounts/queries/actor';
import { appointmentId } from '@/lib/appointments/schema/id';
import type { Actor } from '@/lib/platform/actor';
import { isForeign } from '@/lib/platform/origin';
import { type Problem, type Result, refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

export interface IdContext {
  params: Promise<{ id: string }>;
}

/** The actor who calls the API, or the refusal for nobody; a page's own person is signed out once somebody else signed in in its browser. */
export async function apiActor(): Promise<Result<{ actor: Actor }>> {
  const actor = await currentActor();
  if (!actor || !(await isPageOf(actor))) return refuse('signed_out');
  await noteRequest(actor);
  return { ok: true, actor };
}

/** The refusal for a change that another site's page asks for; null when it is our own. */
export function notForeign(request: Request): Problem | null {
  return isForeign(request.headers, settings().origin) ? refuse('foreign_origin') : null;
}

/** True where a body came with a request (RFC 9112, 6). Next gives every POST a stream, and reading one that is empty takes longer than a query. */
export const hasBody = ({ headers }: Request) =>
  headers.has('transfer-encoding') || Number(headers.get('content-length')) > 0;

/** An id that no appointment has: what is not even an id is looked up all the same, so that both answer alike. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export const idOf = ({ id }: { id: string }) => (appointmentId.safeParse(id).success ? id.toLowerCase() : NOBODY);
