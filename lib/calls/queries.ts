import { rowsById } from '@/lib/adapters/database';
import { listParticipants } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';

/** The call that a person (id) began last. */
interface Seat {
  id: string;
  appointmentId: string;
  callId: string;
  beganAt: Date;
}

/** The seat of a person (id), or null: they began no call by a client that says so. */
export const findSeat = rowsById<Seat>(
  `SELECT person_id AS id, appointment_id AS "appointmentId", call_id AS "callId", began_at AS "beganAt"
  FROM call_seat WHERE person_id = ANY($1)`,
);

/** True while the SFU has this person in the call of an appointment. @throws SfuUnavailable */
export const isInCall = async (appointmentId: string, personId: string) =>
  (await listParticipants(roomName(appointmentId))).some(({ identity }) => identity === personId);
