import { z } from 'zod';

/** Optional body of POST /api/appointments/<id>/video-token. `rejoin`: the last token did not lead in, or the call was lost. */
export const videoTokenRequest = z.object({ rejoin: z.boolean().optional() });
