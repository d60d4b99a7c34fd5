import { slotConflict } from '@/lib/adapters/database';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { type Problem, type Result, refuse } from '@/lib/platform/problems';

/** `series`: all that changed with it, by start, where the change was for more than one visit of a series. */
export type Changed = Result<{ appointment: AppointmentView; series?: AppointmentView[] }>;

/** The part of an appointment that an audit entry keeps: its state, its doctor and its times, never the reason of the visit. */
export function auditState(row: {
  doctorId: string;
  status: string;
  startsAt: Date;
  endsAt: Date;
  proposedStartsAt?: Date | null;
  revision: number;
}) {
  const { doctorId, status, startsAt, endsAt, proposedStartsAt, revision } = row;
  return {
    doctorId,
    status: status.toLowerCase(),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    ...(proposedStartsAt ? { proposedStartsAt: proposedStartsAt.toISOString() } : {}),
    revision,
  };
}

/** Runs a transaction that may find its time taken: by an overlap the database refused, which is no error but an answer. */
export async function settle<T>(run: () => Promise<T>): Promise<T | Problem> {
  try {
    return await run();
  } catch (error) {
    if (slotConflict(error)) return refuse('slot_taken');
    throw error;
  }
}
