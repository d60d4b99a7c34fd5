import type { Tx } from '@/lib/adapters/database';
import { lockTimeOf } from '@/lib/availability/commands/take-time';

/** Makes a doctor of a person who was just made; without hours nobody can book yet. */
export async function addDoctor(
  tx: Tx,
  personId: string,
  { specialty, languages }: { specialty: string; languages: string[] },
): Promise<void> {
  await tx.doctor.create({ data: { personId, specialty, languages } });
}

/** Writes a doctor's own description. */
export async function describeDoctor(
  tx: Tx,
  personId: string,
  { specialty, languages }: { specialty: string; languages: string[] },
): Promise<void> {
  await tx.doctor.update({ where: { personId }, data: { specialty, languages } });
}

/** A doctor's clock goes by another zone from here on, and with it the hours: who books by the old ones at this moment looks again. */
export async function moveHours(tx: Tx, personId: string): Promise<void> {
  await lockTimeOf(tx, personId);
  await tx.doctor.updateMany({ where: { personId }, data: { hoursRevision: { increment: 1 } } });
}
