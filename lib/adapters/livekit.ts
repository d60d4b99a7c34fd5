import { AccessToken, type ParticipantInfo, RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { settings } from '@/lib/platform/settings';

/** The SFU does not answer, or not in time. */
export class SfuUnavailable extends Error {
  override name = 'SfuUnavailable';
}

/** The patience with one answer of the SFU. */
export const SFU_TIMEOUT_SECONDS = 3;

function client() {
  const { apiUrl, key, secret } = settings().livekit;
  return new RoomServiceClient(apiUrl, key, secret, { requestTimeout: SFU_TIMEOUT_SECONDS });
}

const statusOf = (error: unknown) => (error as { status?: number }).status;

async function ask<T>(call: (rooms: RoomServiceClient) => Promise<T>): Promise<T> {
  try {
    return await call(client());
  } catch (error) {
    if (statusOf(error) === 404) throw error;
    // The SDK's own error may quote the request; its text stays here.
    throw new SfuUnavailable(`LiveKit did not answer as it should (${statusOf(error) ?? 'no answer'})`);
  }
}

/** The answer, or undefined where the SFU answers 404: what it is about is gone, or what was to be done is done already. */
async function unlessGone<T>(call: (rooms: RoomServiceClient) => Promise<T>): Promise<T | undefined> {
  return ask(call).catch((error) => {
    if (statusOf(error) !== 404) throw error;
    return undefined;
  });
}

/** Makes sure that a room exists and stays, also empty, for `seconds`. @throws SfuUnavailable */
export async function ensureRoom(name: string, seconds: number): Promise<void> {
  await ask((rooms) => rooms.createRoom({ name, emptyTimeout: seconds, departureTimeout: seconds }));
}

/** Ends a room and the call of everyone in it. @throws SfuUnavailable */
export const deleteRoom = (name: string) => unlessGone((rooms) => rooms.deleteRoom(name));

/** Takes one participant out of a room. @throws SfuUnavailable */
export const removeParticipant = (room: string, identity: string) =>
  unlessGone((rooms) => rooms.removeParticipant(room, identity));

/** Takes one participant out of a room, if they are still the one that is meant: the same person may have come in again. @throws SfuUnavailable */
export const removeParticipantIf = (room: string, identity: string, isMeant: (there: Participant) => boolean) =>
  unlessGone(async (rooms) => {
    const there = await rooms.getParticipant(room, identity);
    if (isMeant(toParticipant(there))) await rooms.removeParticipant(room, identity);
  });

/** Names of all rooms on the SFU. @throws SfuUnavailable */
export async function listRooms(): Promise<string[]> {
  return (await ask((rooms) => rooms.listRooms())).map((room) => room.name);
}

/** Somebody in a room, with media or still without: the SFU counts them from the moment in which their token was good. */
export interface Participant {
  identity: string;
  /** The id of the session by whose token they came; null in tokens of release 0.1.0. */
  session: string | null;
  /** The id of their stay in the call; null where the client has none. */
  call: string | null;
  joinedAt: Date;
}

/** What the SFU's own word for a participant says to us. */
export const toParticipant = ({ identity, attributes, joinedAtMs, joinedAt }: ParticipantInfo): Participant => ({
  identity,
  session: attributes.session ?? null,
  call: attributes.call ?? null,
  // Servers before 1.8 tell the second alone.
  joinedAt: new Date(Number(joinedAtMs) || Number(joinedAt) * 1_000),
});

/** Everybody in a room; nobody in one that is gone. @throws SfuUnavailable */
export async function listParticipants(room: string): Promise<Participant[]> {
  const there = await unlessGone((rooms) => rooms.listParticipants(room));
  return (there ?? []).map(toParticipant);
}

/** The room that a token opens, for whom and how long. */
export interface TokenRequest {
  room: string;
  /** Stable for a person and an appointment: a second session of the same person replaces the first. */
  identity: string;
  name: string;
  role: string;
  /** The id of the session that asked. Everybody in the room can read it; without the cookie it opens nothing. */
  session: string;
  /** The id of the stay in the call for which it is asked; null where the client has none. */
  call: string | null;
  /** The end of the time in which it opens the room. */
  expiresAt: Date;
}

/** Mints a participant's token. Every grant is set: LiveKit reads an unset one as yes. */
export async function mintToken(
  { room, identity, name, role, session, call, expiresAt }: TokenRequest,
  now: Date,
): Promise<string> {
  const { key, secret } = settings().livekit;
  // The server reads `exp` in whole seconds; rounding down keeps it within the window.
  const ttl = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  const token = new AccessToken(key, secret, {
    identity,
    name,
    attributes: { role, session, ...(call && { call }) },
    ttl,
  });
  token.addGrant({
    room,
    roomJoin: true,
    canSubscribe: true,
    canPublish: true,
    canPublishData: true,
    canPublishSources: [
      TrackSource.CAMERA,
      TrackSource.MICROPHONE,
      TrackSource.SCREEN_SHARE,
      TrackSource.SCREEN_SHARE_AUDIO,
    ],
    canUpdateOwnMetadata: false,
    canSubscribeMetrics: false,
    canManageAgentSession: false,
    roomAdmin: false,
    roomCreate: false,
    roomList: false,
    roomRecord: false,
    ingressAdmin: false,
    hidden: false,
    recorder: false,
    agent: false,
  });
  return token.toJwt();
}
