import { z } from 'zod';

/** Optional body of POST /api/appointments/<id>/video-token. `rejoin`: the last token did not lead in, or the call was lost. */
export const videoTokenRequest = z.object({ rejoin: z.boolean().optional() });

/** What POST /api/appointments/<id>/video-token answers. */
export const callTicket = z.object({
  /** Where the browser reaches the SFU. */
  serverUrl: z.url(),
  token: z.string(),
  roomName: z.string(),
  identity: z.string(),
  expiresAt: z.iso.datetime(),
});
export type CallTicket = z.infer<typeof callTicket>;
