import { z } from 'zod';

/** Optional body of POST /api/appointments/<id>/video-token. */
export const videoTokenRequest = z.object({
  rejoin: z.boolean().optional().meta({ description: 'The last token did not lead in, or the call was lost.' }),
  call: z.uuid().optional().meta({ description: 'Made by the client for one stay in a call, its returns included.' }),
  begin: z.boolean().optional().meta({
    description:
      'The person enters now, by their own act: from here on no earlier call of theirs comes back by itself.',
  }),
  leaveOther: z.boolean().optional().meta({ description: 'Ends the call that the person is in elsewhere.' }),
});
export type VideoTokenRequest = z.infer<typeof videoTokenRequest>;

/** Answer of GET /api/appointments/<id>/participants: who of the visit's people is in its call now. */
export const callParticipants = z.object({
  people: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.enum(['doctor', 'patient']) })),
  here: z.boolean().meta({ description: 'Whoever asks is in it themselves, in another tab or on another device.' }),
});
export type CallParticipants = z.infer<typeof callParticipants>;

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
