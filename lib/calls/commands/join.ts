import { mintToken, SfuUnavailable } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { findDoor } from '@/lib/appointments/queries/door';
import { personOn } from '@/lib/appointments/roster';
import { openRoom } from '@/lib/calls/commands/open-room';
import { settleSeat } from '@/lib/calls/commands/seat';
import { callState } from '@/lib/calls/commands/state';
import { tokenExpiry } from '@/lib/calls/policy';
import { joinRefusal } from '@/lib/calls/refusals';
import type { CallTicket, VideoTokenRequest } from '@/lib/calls/schema';
import type { Actor } from '@/lib/platform/actor';
import { consume } from '@/lib/platform/limits';
import { type Result, refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

/**
 * Lets someone on its roster into the call of an appointment: makes sure of the room and mints a token for it. `now` is the server's clock.
 * Refusals and their order are the contract of POST /api/appointments/<id>/video-token.
 */
export async function joinCall(
  actor: Actor,
  id: string,
  now: Date,
  request: VideoTokenRequest = {},
): Promise<Result<{ ticket: CallTicket }>> {
  // Both are asked at once; what the limit says comes first all the same.
  const [limited, appointment] = await Promise.all([consume('video_token', actor.id), findDoor(actor, id)]);
  if (limited) return limited;
  const person = appointment && personOn(appointment.roster, actor.id);
  if (!person) return refuse('appointment_not_found');
  const state = callState(appointment, now);
  if (state.state !== 'open') return joinRefusal(state);
  const room = roomName(id);
  const closesAt = new Date(state.closesAt);
  try {
    // Canceled or moved while the room was made: whoever did it may have deleted the room before that, so look again.
    // After a token that did not lead in, what this process remembers of the room is not trusted.
    const [opened, refused] = await Promise.all([
      openRoom(appointment, closesAt, now, request.rejoin ?? false),
      settleSeat(actor.id, id, request),
    ]);
    if (refused) return refused;
    if (!opened) return joinCall(actor, id, now, request);
  } catch (error) {
    if (error instanceof SfuUnavailable) return refuse('call_unavailable', { retryAfter: 2 });
    throw error;
  }
  const expiresAt = tokenExpiry(now, closesAt);
  const { id: identity, name, role } = person;
  const session = actor.session.id;
  const call = request.call ?? null;
  const token = await mintToken({ room, identity, name, role, session, call, expiresAt }, now);
  const serverUrl = settings().livekit.browserUrl;
  return { ok: true, ticket: { serverUrl, token, roomName: room, identity, expiresAt: expiresAt.toISOString() } };
}
