import { WebhookReceiver } from 'livekit-server-sdk';
import { type Participant, toParticipant } from '@/lib/adapters/livekit';
import { settings } from '@/lib/platform/settings';

/** Someone came into a room, as the SFU tells it. */
export interface ParticipantJoined extends Participant {
  room: string;
}

/**
 * Reads a webhook of the SFU; null for an event that nothing follows from.
 * @param body the raw body: the signature covers its bytes
 * @throws when the signature is missing or wrong
 */
export async function readWebhook(body: string, authorization: string | null): Promise<ParticipantJoined | null> {
  const { key, secret } = settings().livekit;
  const event = await new WebhookReceiver(key, secret).receive(body, authorization ?? undefined);
  if (event.event !== 'participant_joined' || !event.room || !event.participant) return null;
  return { room: event.room.name, ...toParticipant(event.participant) };
}
