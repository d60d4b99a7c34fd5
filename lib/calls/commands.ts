import { prisma } from '@/lib/adapters/database';
import { addJobAtRevision } from '@/lib/adapters/jobs';
import {
  deleteRoom,
  ensureRoom,
  listRooms,
  mintToken,
  type ParticipantJoined,
  removeParticipant,
  SfuUnavailable,
} from '@/lib/adapters/livekit';
import { appointmentOfRoom, joinState, roomName } from '@/lib/appointments/policy';
import { findDoor, findDoorOfRoom } from '@/lib/appointments/queries/door';
import { personOn } from '@/lib/appointments/roster';
import type { DoorView } from '@/lib/appointments/views/door';
import { tokenExpiry } from '@/lib/calls/policy';
import { joinRefusal } from '@/lib/calls/refusals';
import type { CallTicket } from '@/lib/calls/schema';
import type { Actor } from '@/lib/platform/actor';
import { consume } from '@/lib/platform/limits';
import { type Result, refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

const stateOf = (appointment: DoorView, now: Date) => joinState(appointment, now.getTime(), settings().joinWindow);

interface JoinOptions {
  /** The caller was in the room, or could not get in: what this process remembers of the room is not trusted. */
  rejoin?: boolean;
}

/**
 * Lets someone on its roster into the call of an appointment: makes sure of the room and mints a token for it. `now` is the server's clock.
 * Refusals and their order are the contract of POST /api/appointments/<id>/video-token.
 */
export async function joinCall(
  actor: Actor,
  id: string,
  now: Date,
  { rejoin = false }: JoinOptions = {},
): Promise<Result<{ ticket: CallTicket }>> {
  // Both are asked at once; what the limit says comes first all the same.
  const [limited, appointment] = await Promise.all([consume('video_token', actor.id), findDoor(actor, id)]);
  if (limited) return limited;
  const person = appointment && personOn(appointment.roster, actor.id);
  if (!person) return refuse('appointment_not_found');
  const state = stateOf(appointment, now);
  if (state.state !== 'open') return joinRefusal(state);
  const room = roomName(id);
  const closesAt = new Date(state.closesAt);
  try {
    // Canceled or moved while the room was made: whoever did it may have deleted the room before that, so look again.
    if (!(await openRoom(appointment, closesAt, now, rejoin))) return joinCall(actor, id, now, { rejoin });
  } catch (error) {
    if (error instanceof SfuUnavailable) return refuse('call_unavailable', { retryAfter: 2 });
    throw error;
  }
  const expiresAt = tokenExpiry(now, closesAt);
  const { id: identity, name, role } = person;
  const token = await mintToken({ room, identity, name, role, expiresAt }, now);
  const serverUrl = settings().livekit.browserUrl;
  return { ok: true, ticket: { serverUrl, token, roomName: room, identity, expiresAt: expiresAt.toISOString() } };
}

/** Rooms that this process made sure of a moment ago, by appointment: for which of its revisions, and when. */
const known = new Map<string, { revision: number; at: number }>();
const KNOWN_FOR = 30_000;

/** Rooms that this process is making sure of, by appointment and revision: whoever comes meanwhile waits for the same answer. */
const opening = new Map<string, Promise<boolean>>();

/** Makes sure of the room and of its end; false when the appointment changed meanwhile, and then the room is gone again. */
async function openRoom(appointment: DoorView, closesAt: Date, now: Date, rejoin: boolean): Promise<boolean> {
  const { id, revision } = appointment;
  const last = known.get(id);
  const age = last ? now.getTime() - last.at : Number.POSITIVE_INFINITY;
  if (!rejoin && last?.revision === revision && age >= 0 && age < KNOWN_FOR) return true;
  const key = `${id} ${revision}`;
  const running = opening.get(key) ?? makeRoom(appointment, closesAt, now).finally(() => opening.delete(key));
  opening.set(key, running);
  return running;
}

async function makeRoom({ id, revision }: DoorView, closesAt: Date, now: Date): Promise<boolean> {
  await ensureRoom(roomName(id), Math.ceil((closesAt.getTime() - now.getTime()) / 1000));
  const when = { key: `close_room:${id}`, runAt: closesAt };
  const unchanged = await addJobAtRevision('close_room', { appointmentId: id }, revision, when);
  if (known.size > 1000) known.clear();
  if (unchanged) known.set(id, { revision, at: now.getTime() });
  else await deleteRoom(roomName(id));
  return unchanged;
}

/** Deletes the room of an appointment whose call is no longer open, which ends the call for whoever is in it. */
export async function closeRoom(id: string, now: Date): Promise<void> {
  const appointment = await findDoorOfRoom(id);
  if (appointment && stateOf(appointment, now).state === 'open') return;
  await deleteRoom(roomName(id));
}

/** Closes every room of ours that should not be there: a lost job or an SFU that was away must not leave a door open. */
export async function sweepRooms(now: Date): Promise<void> {
  for (const room of await listRooms()) {
    const id = appointmentOfRoom(room);
    if (id) await closeRoom(id, now);
  }
}

/** Takes someone out of a call who is no longer on its roster: the visit was handed to another doctor. */
export async function endCallOfPerson(id: string, personId: string): Promise<void> {
  const appointment = await findDoorOfRoom(id);
  // Handed back meanwhile.
  if (appointment && personOn(appointment.roster, personId)) return;
  await removeParticipant(roomName(id), personId);
}

/** Takes a person out of every call: their account was disabled or their password changed. */
export async function endCallsOfPerson(personId: string): Promise<void> {
  for (const room of await listRooms()) {
    if (appointmentOfRoom(room)) await removeParticipant(room, personId);
  }
}

/**
 * Checks a person who came into a room, and takes out whoever may not be there: a token cannot be revoked, so someone disabled, or an
 * appointment canceled, after it was minted is caught here.
 */
export async function checkArrival({ room, identity }: ParticipantJoined, now: Date): Promise<void> {
  const id = appointmentOfRoom(room);
  if (!id) return;
  const appointment = await findDoorOfRoom(id);
  if (!appointment || stateOf(appointment, now).state !== 'open') return deleteRoom(room);
  const expected = personOn(appointment.roster, identity);
  if (!expected || !(await isEnabled(identity))) await removeParticipant(room, identity);
}

const isEnabled = async (id: string) => (await prisma().person.count({ where: { id, disabledAt: null } })) > 0;
