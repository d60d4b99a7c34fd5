import { removeParticipant, removeParticipantIf } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { doorsAround, findDoorOfRoom } from '@/lib/appointments/queries/door';
import { personOn } from '@/lib/appointments/roster';
import { callState } from '@/lib/calls/commands/state';

/** Takes someone out of a call who is no longer on its roster: the visit was handed to another doctor. */
export async function endCallOfPerson(id: string, personId: string): Promise<void> {
  const appointment = await findDoorOfRoom(id);
  // Handed back meanwhile.
  if (appointment && personOn(appointment.roster, personId)) return;
  await removeParticipant(roomName(id), personId);
}

/** Takes a person out of every call: their account was disabled or their password changed. */
export const endCallsOfPerson = (personId: string, now: Date) =>
  inOpenRooms(personId, now, (room) => removeParticipant(room, personId));

/** Takes a person out of the calls that they are in by this session. */
export const endCallsOfSession = (sessionId: string, personId: string, now: Date) =>
  inOpenRooms(personId, now, (room) => removeParticipantIf(room, personId, ({ session }) => session === sessionId));

/** Does something in all rooms at once in which this person may be: they have a second to be out of them. */
async function inOpenRooms(personId: string, now: Date, act: (room: string) => Promise<void>): Promise<void> {
  const doors = await doorsAround(personId, now);
  const open = doors.filter((door) => callState(door, now).state === 'open');
  await Promise.all(open.map(({ id }) => act(roomName(id))));
}
