import { deleteRoom, listRooms } from '@/lib/adapters/livekit';
import { appointmentOfRoom, roomName } from '@/lib/appointments/policy';
import { findDoorOfRoom } from '@/lib/appointments/queries/door';
import { callState } from '@/lib/calls/commands/state';

/** Deletes the room of an appointment whose call is no longer open, which ends the call for whoever is in it. */
export async function closeRoom(id: string, now: Date): Promise<void> {
  const appointment = await findDoorOfRoom(id);
  if (appointment && callState(appointment, now).state === 'open') return;
  await deleteRoom(roomName(id));
}

/** Closes every room of ours that should not be there: a lost job or an SFU that was away must not leave a door open. */
export async function sweepRooms(now: Date): Promise<void> {
  for (const room of await listRooms()) {
    const id = appointmentOfRoom(room);
    if (id) await closeRoom(id, now);
  }
}
