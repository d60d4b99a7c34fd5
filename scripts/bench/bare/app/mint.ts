import { AccessToken } from 'livekit-server-sdk';

/** A token for a room and nothing else: no session, no database, no room. */
export function mint(room: string, identity: string): Promise<string> {
  const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env;
  const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { identity, name: 'Bare', ttl: 600 });
  token.addGrant({ room, roomJoin: true, canPublish: true, canSubscribe: true, canPublishData: true });
  return token.toJwt();
}
