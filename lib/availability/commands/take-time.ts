import type { Tx } from '@/lib/adapters/database';

/**
 * Waits for whoever takes time of these people or changes a doctor's hours at this moment, and keeps others waiting until the end:
 * the locks that bookings take as well (see the trigger of appointment_hold). Several are taken in the order of their ids, as the
 * trigger does: in any other two transactions could wait for each other.
 */
export async function lockTimeOf(tx: Tx, ...people: string[]): Promise<void> {
  const ordered = [...new Set(people)].sort();
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM unnest(${ordered}::text[]) AS id`;
}

/** The hours that a booking went by were replaced before it was written. */
class HoursReplaced extends Error {}

/** Makes sure, at the end of a transaction that took a doctor's time, that the hours it went by still hold (see byCurrentHours). */
export async function assertHours(tx: Tx, doctorId: string, revision: number): Promise<void> {
  const unchanged = await tx.doctor.count({ where: { personId: doctorId, hoursRevision: revision } });
  if (unchanged === 0) throw new HoursReplaced();
}

/** Runs a command that reads a doctor's hours and asserts them, and again from the beginning where they were replaced in between. */
export async function byCurrentHours<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof HoursReplaced) return byCurrentHours(run);
    throw error;
  }
}
