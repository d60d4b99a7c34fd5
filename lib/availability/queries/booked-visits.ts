import { prisma, type Tx } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';

export interface BookedVisit {
  id: string;
  startsAt: Date;
  endsAt: Date;
  patient: string;
}

/** A doctor's own active visits that start in [from, to): what a day off would fall on. */
export async function bookedVisits(actor: Actor, from: Date, to: Date, tx: Tx = prisma()): Promise<BookedVisit[]> {
  const rows = await tx.appointment.findMany({
    where: { doctorId: actor.id, status: { in: ['PENDING', 'CONFIRMED'] }, startsAt: { gte: from, lt: to } },
    select: { id: true, startsAt: true, endsAt: true, patient: { select: { name: true } } },
    orderBy: { startsAt: 'asc' },
  });
  return rows.map(({ patient, ...row }) => ({ ...row, patient: patient.name }));
}
