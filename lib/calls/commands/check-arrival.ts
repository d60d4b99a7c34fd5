import { isSessionOf } from '@/lib/accounts/queries/actor';
import { prisma } from '@/lib/adapters/database';
import { deleteRoom, removeParticipant } from '@/lib/adapters/livekit';
import type { ParticipantJoined } from '@/lib/adapters/livekit-webhook';
import { appointmentOfRoom } from '@/lib/appointments/policy';
import { findDoorOfRoom } from '@/lib/appointments/queries/door';
import { personOn } from '@/lib/appointments/roster';
import { callState } from '@/lib/calls/commands/state';

/**
 * Checks a person who came into a room, and takes out whoever may not be there: a token cannot be revoked, and the SFU goes on refreshing
 * it for who is inside, so a session that ended, a visit handed over or an appointment canceled after it was minted is caught here.
 */
export async function checkArrival({ room, identity, session }: ParticipantJoined, now: Date): Promise<void> {
  const id = appointmentOfRoom(room);
  if (!id) return;
  const appointment = await findDoorOfRoom(id);
  if (!appointment || callState(appointment, now).state !== 'open') return deleteRoom(room);
  const expected = personOn(appointment.roster, identity);
  if (!expected || !(await holds(identity, session))) await removeParticipant(room, identity);
}

/** Tokens of release 0.1.0, which may run beside this one, name no session. */
const holds = (identity: string, session: string | null) =>
  session === null ? isEnabled(identity) : isSessionOf(identity, session);

const isEnabled = async (id: string) => (await prisma().person.count({ where: { id, disabledAt: null } })) > 0;
