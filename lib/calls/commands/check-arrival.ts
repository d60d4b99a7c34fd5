import { isSessionFor } from '@/lib/accounts/queries/actor';
import { prisma } from '@/lib/adapters/database';
import {
  deleteRoom,
  listParticipants,
  listRooms,
  type Participant,
  removeParticipant,
  removeParticipantIf,
} from '@/lib/adapters/livekit';
import type { ParticipantJoined } from '@/lib/adapters/livekit-webhook';
import { appointmentOfRoom } from '@/lib/appointments/policy';
import { findDoorOfRoom } from '@/lib/appointments/queries/door';
import { personOn } from '@/lib/appointments/roster';
import { callState } from '@/lib/calls/commands/state';
import { type Seat, stayVerdict } from '@/lib/calls/policy';
import { findSeat, isInCall } from '@/lib/calls/queries';

/**
 * Checks a person who came into a room, and takes out whoever may not be there: a token cannot be revoked, and the SFU goes on refreshing
 * it for who is inside, so a session that ended, a visit handed over, an appointment canceled or another call begun after it was minted is
 * caught here.
 */
export async function checkArrival({ room, ...arrived }: ParticipantJoined, now: Date): Promise<void> {
  const id = appointmentOfRoom(room);
  if (!id) return;
  const appointment = await findDoorOfRoom(id);
  if (!appointment || callState(appointment, now).state !== 'open') return deleteRoom(room);
  if (!personOn(appointment.roster, arrived.identity)) return removeParticipant(room, arrived.identity);
  const [held, seat] = await Promise.all([
    holds(id, arrived),
    arrived.call === null ? null : findSeat(arrived.identity),
  ]);
  if (!held) return takeOut(room, arrived);
  // The same session's newer stay is meant to be there.
  if (await isOutdated(seat, arrived, id, now)) await takeOut(room, arrived, ({ call }) => call === arrived.call);
}

/**
 * Checks everybody in every room of ours. The SFU tells of an arrival when media flows, or not at all; whoever lets none connect reads who
 * is there meanwhile, and is given fresh tokens.
 */
export async function checkRooms(now: Date): Promise<void> {
  const rooms = (await listRooms()).filter((room) => appointmentOfRoom(room));
  await Promise.all(rooms.map((room) => checkRoom(room, now)));
}

async function checkRoom(room: string, now: Date): Promise<void> {
  const there = await listParticipants(room);
  await Promise.all(there.map((participant) => checkArrival({ room, ...participant }, now)));
}

/** Tokens of release 0.1.0, which may run beside this one, name no session. */
const holds = (appointmentId: string, { identity, session }: Participant) =>
  session === null ? isEnabled(identity) : isSessionFor(appointmentId, identity, session);

/** Whoever is in no other call keeps the one that they are in, though their page could not tell us that it began. */
async function isOutdated(seat: Seat | null, arrived: Participant, appointmentId: string, now: Date): Promise<boolean> {
  const verdict = stayVerdict(seat, arrived, appointmentId, now);
  if (seat === null || verdict !== 'unbegun') return verdict === 'outdated';
  return isInCall(seat.appointmentId, arrived.identity);
}

/** Nobody else but that one: the same person may have come in by a good session, or anew, while this one was looked at. */
const takeOut = (room: string, { identity, session }: Participant, isMeant = (_: Participant) => true) =>
  session === null
    ? removeParticipant(room, identity)
    : removeParticipantIf(room, identity, (there) => there.session === session && isMeant(there));

const isEnabled = async (id: string) => (await prisma().person.count({ where: { id, disabledAt: null } })) > 0;
