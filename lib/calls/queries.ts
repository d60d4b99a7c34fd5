import { rowsById } from '@/lib/adapters/database';
import { listParticipants, SfuUnavailable } from '@/lib/adapters/livekit';
import { joinState, roomName } from '@/lib/appointments/policy';
import { findDoor } from '@/lib/appointments/queries/door';
import type { Seat } from '@/lib/calls/policy';
import { joinRefusal } from '@/lib/calls/refusals';
import type { CallParticipants } from '@/lib/calls/schema';
import type { Actor } from '@/lib/platform/actor';
import { consume } from '@/lib/platform/limits';
import { type Result, refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

/** The seat of a person (id), or null: they began no call by a client that says so. */
export const findSeat = rowsById<Seat & { id: string }>(
  `SELECT person_id AS id, appointment_id AS "appointmentId", call_id AS "callId", began_at AS "beganAt"
  FROM call_seat WHERE person_id = ANY($1)`,
);

/** True while the SFU has this person in the call of an appointment. @throws SfuUnavailable */
export const isInCall = async (appointmentId: string, personId: string) =>
  (await listParticipants(roomName(appointmentId))).some(({ identity }) => identity === personId);

/**
 * Who of an appointment's people is in its call, for someone on its roster while the call is open: at the door one reads whether one is awaited,
 * or there already. Refusals and their order are those of joining.
 */
export async function participantsOf(actor: Actor, id: string, now: Date): Promise<Result<CallParticipants>> {
  const [limited, appointment] = await Promise.all([consume('call_participants', actor.id), findDoor(actor, id)]);
  if (limited) return limited;
  if (!appointment) return refuse('appointment_not_found');
  const state = joinState(appointment, now.getTime(), settings().joinWindow);
  if (state.state !== 'open') return joinRefusal(state);
  try {
    const there = await listParticipants(roomName(id));
    const people = appointment.roster.filter(({ id }) => there.some(({ identity }) => identity === id));
    const others = people.filter((person) => person.id !== actor.id);
    return { ok: true, people: others, here: others.length < people.length };
  } catch (error) {
    if (error instanceof SfuUnavailable) return refuse('call_unavailable', { retryAfter: 2 });
    throw error;
  }
}
