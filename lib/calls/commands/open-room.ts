import { addJobAtRevision } from '@/lib/adapters/jobs';
import { deleteRoom, ensureRoom } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import type { DoorView } from '@/lib/appointments/views/door';

/** Rooms that this process made sure of a moment ago, by appointment: for which of its revisions, and when. */
const known = new Map<string, { revision: number; at: number }>();
const KNOWN_FOR = 30_000;

/** Rooms that this process is making sure of, by appointment and revision: whoever comes meanwhile waits for the same answer. */
const opening = new Map<string, Promise<boolean>>();

/** Makes sure of the room and of its end; false when the appointment changed meanwhile, and then the room is gone again. */
export async function openRoom(appointment: DoorView, closesAt: Date, now: Date, rejoin: boolean): Promise<boolean> {
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
