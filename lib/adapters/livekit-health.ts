import { listRooms, mintToken, SFU_TIMEOUT_SECONDS } from '@/lib/adapters/livekit';
import { settings } from '@/lib/platform/settings';

export interface SfuHealth {
  livekit: 'up' | 'down';
  /** The server makes rooms by itself: a token would then open a room that nobody created for it. */
  makesRoomsByItself: boolean;
}

/** The health of the SFU. Asks with a token for a room that does not exist whether it would let someone in; joins nothing. */
export async function sfuHealth(): Promise<SfuHealth> {
  try {
    await listRooms();
    const now = new Date();
    const room = `probe_${crypto.randomUUID()}`;
    const expiresAt = new Date(now.getTime() + 60_000);
    const probe = { identity: 'probe', name: 'probe', role: 'probe', session: 'probe', call: null };
    const token = await mintToken({ ...probe, room, expiresAt }, now);
    const answer = await fetch(`${settings().livekit.apiUrl}/rtc/validate?access_token=${token}`, {
      signal: AbortSignal.timeout(SFU_TIMEOUT_SECONDS * 1000),
    });
    return { livekit: 'up', makesRoomsByItself: answer.ok };
  } catch {
    return { livekit: 'down', makesRoomsByItself: false };
  }
}
