import { RoomServiceClient } from 'livekit-server-sdk';
import { inject, onTestFinished } from 'vitest';
import type { CallTicket } from '@/lib/calls/schema';
import { settings } from '@/lib/platform/settings';

/** The settings that lead to the run's livekit-server; it makes no room by itself and calls no webhook. */
export const livekitEnv = () => inject('livekit');

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
