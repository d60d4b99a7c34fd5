import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { actorOf } from '@/lib/accounts/queries/actor';
import { joinCall } from '@/lib/calls/commands/join';
import type { CallTicket } from '@/lib/calls/schema';
import { resetSettings, settings } from '@/lib/platform/settings';
import { type Livekit, startLivekit } from '@/scripts/stack/livekit';
import { sessionFor } from './sessions';
import { temporaryDirectory } from './temporary';

/** The settings that lead to the run's livekit-server; it makes no room by itself and calls no webhook. */
export const livekitEnv = () => inject('livekit');

/** A livekit-server for the tests of one file: those of the run are shared, and what goes over all rooms of a server would end others'. */
export function withLivekit(options: { autoCreate?: boolean } = {}) {
  const directory = temporaryDirectory();
  const [key, secret] = ['APIown', 'o'.repeat(32)];
  let livekit: Livekit;
  beforeAll(async () => {
    const around = { data: directory.path, tell: () => {}, onPid: () => {} };
    livekit = await startLivekit(around, { key, secret, ...options });
  });
  afterAll(async () => {
    await livekit.service.stop();
    directory.remove();
  });
  return {
    /** Has the settings lead to it. */
    use: () => {
      Object.assign(process.env, { LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret });
      resetSettings();
    },
  };
}

/** Signs someone in, and has the call let them in by that session. */
export async function signInFor({ id: personId }: { id: string }, appointmentId: string) {
  const session = await sessionFor({ personId, version: 1 });
  const actor = await actorOf(session);
  const joined = actor && (await joinCall(actor, appointmentId, new Date()));
  if (!joined?.ok) throw new Error(joined?.code ?? 'no session');
  return { session, ticket: joined.ticket };
}

/** Takes someone into a room by their ticket, as far as the SFU counts them a participant: without media. Out again after the test. */
export async function enterRoom({ serverUrl, token }: Pick<CallTicket, 'serverUrl' | 'token'>): Promise<void> {
  const query = new URLSearchParams({ access_token: token, protocol: '15', sdk: 'js' });
  const socket = new WebSocket(`${serverUrl}/rtc?${query}`);
  onTestFinished(() => socket.close());
  await new Promise((resolve, reject) => {
    socket.addEventListener('message', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the SFU did not let them in')), { once: true });
  });
}

/** Identities of the participants of a room, as the SFU knows them. */
export async function identitiesIn(room: string): Promise<string[]> {
  const { apiUrl, key, secret } = settings().livekit;
  const participants = await new RoomServiceClient(apiUrl, key, secret).listParticipants(room);
  return participants.map(({ identity }) => identity).sort();
}
