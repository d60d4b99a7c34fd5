import { listRooms, removeParticipant, removeParticipantOfSession } from '@/lib/adapters/livekit';
import { appointmentOfRoom, roomName } from '@/lib/appointments/policy';
import { findDoorOfRoom, visitsAround } from '@/lib/appointments/queries/door';
import { personOn } from '@/lib/appointments/roster';

/** Takes someone out of a call who is no longer on its roster: the visit was handed to another doctor. */
export async function endCallOfPerson(id: string, personId: string): Promise<void> {
  const appointment = await findDoorOfRoom(id);
  // Handed back meanwhile.
  if (appointment && personOn(appointment.roster, personId)) return;
  await removeParticipant(roomName(id), personId);
}

/** Takes a person out of the calls that they are in by this session. */
export async function endCallsOfSession(sessionId: string, personId: string, now: Date): Promise<void> {
  for (const id of await visitsAround(personId, now))
    await removeParticipantOfSession(roomName(id), personId, sessionId);
}

/** Takes a person out of every call: their account was disabled or their password changed. */
export async function endCallsOfPerson(personId: string): Promise<void> {
  for (const room of await listRooms()) {
    if (appointmentOfRoom(room)) await removeParticipant(room, personId);
  }
}
