import { z } from 'zod';

/** Optional body of POST /api/appointments/<id>/video-token. `rejoin`: the last token did not lead in, or the call was lost. */
export const videoTokenRequest = z.object({ rejoin: z.boolean().optional() });

/** Answer of POST /api/appointments/<id>/video-token: the way into a call. */
export const callTicket = z.object({
  /** Address of the SFU for browsers. */
  serverUrl: z.url(),
  token: z.string(),
  roomName: z.string(),
  identity: z.string(),
  expiresAt: z.iso.datetime(),
});
export type CallTicket = z.infer<typeof callTicket>;
