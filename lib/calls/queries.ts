import { prisma } from '@/lib/adapters/database';
import { listParticipants } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';

/** The call that a person began last. */
export interface Seat {
  appointmentId: string;
  callId: string;
  beganAt: Date;
}

/** The seat of a person (id), or null: they began no call by a client that says so. */
export const findSeat = (personId: string): Promise<Seat | null> =>
  prisma().callSeat.findUnique({
    where: { personId },
    select: { appointmentId: true, callId: true, beganAt: true },
  });

/** True while the SFU has this person in the call of an appointment. @throws SfuUnavailable */
export const isInCall = async (appointmentId: string, personId: string) =>
  (await listParticipants(roomName(appointmentId))).some(({ identity }) => identity === personId);
