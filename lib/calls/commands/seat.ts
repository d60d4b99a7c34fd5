import { prisma } from '@/lib/adapters/database';
import { removeParticipant } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { seatVerdict } from '@/lib/calls/policy';
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
  const other = verdict === 'elsewhere' && seat && (await isInCall(seat.appointmentId, personId)) ? seat : null;
  if (other && !request.leaveOther) return refuse('in_another_call');
  if (!request.begin) return null;
  await takeSeat(personId, appointmentId, request.call);
  if (other) await removeParticipant(roomName(other.appointmentId), personId);
  return null;
}

/** Of two begun at once the later one stays. */
async function takeSeat(personId: string, appointmentId: string, callId: string) {
  await prisma().$executeRaw`INSERT INTO call_seat (person_id, appointment_id, call_id, began_at)
    VALUES (${personId}::uuid, ${appointmentId}::uuid, ${callId}::uuid, clock_timestamp())
    ON CONFLICT (person_id) DO UPDATE SET appointment_id = excluded.appointment_id, call_id = excluded.call_id,
      began_at = excluded.began_at WHERE call_seat.began_at <= excluded.began_at`;
}
