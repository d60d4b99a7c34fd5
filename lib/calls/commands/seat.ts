import { prisma } from '@/lib/adapters/database';
import { removeParticipant } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { type Seat, seatVerdict } from '@/lib/calls/policy';
import { findSeat, isInCall } from '@/lib/calls/queries';
import type { VideoTokenRequest } from '@/lib/calls/schema';
import { type Problem, refuse } from '@/lib/platform/problems';

/**
 * Settles in which call a person is who asks for a token of an appointment's: nobody is live in two, and what comes back by itself gives way to
 * what the person began later. Null: nothing stands against it. Clients of release 0.1.0 name no call, and nothing is asked of them.
 * @throws SfuUnavailable
 */
export async function settleSeat(
  personId: string,
  appointmentId: string,
  request: VideoTokenRequest,
): Promise<Problem | null> {
  if (!request.call) return null;
  const seat = await findSeat(personId);
  const verdict = seatVerdict(seat, appointmentId, request);
  if (verdict === 'taken') return refuse('call_taken');
  if (verdict === 'moved') return refuse('in_another_call');
  const other = verdict === 'elsewhere' && seat && (await isInCall(seat.appointmentId, personId)) ? seat : null;
  if (other && !request.leaveOther) return refuse('in_another_call');
  if (!request.begin) return null;
  // Something else was begun while this was decided: it is decided anew.
  if (!(await takeSeat(personId, appointmentId, request.call, seat)))
    return settleSeat(personId, appointmentId, request);
  if (other) await removeParticipant(roomName(other.appointmentId), personId);
  return null;
}

/** Takes the seat from the stay that `held` it when it was decided; false where another has it by now. */
async function takeSeat(personId: string, appointmentId: string, callId: string, held: Seat | null): Promise<boolean> {
  const taken = await prisma().$executeRaw`INSERT INTO call_seat (person_id, appointment_id, call_id, began_at)
    VALUES (${personId}::uuid, ${appointmentId}::uuid, ${callId}::uuid, clock_timestamp())
    ON CONFLICT (person_id) DO UPDATE SET appointment_id = excluded.appointment_id, call_id = excluded.call_id,
      began_at = clock_timestamp()
    WHERE call_seat.call_id = ${held?.callId ?? null}::uuid AND call_seat.appointment_id = ${held?.appointmentId ?? null}::uuid`;
  return taken === 1;
}
