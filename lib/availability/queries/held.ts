import { prisma, type Tx } from '@/lib/adapters/database';

const DAY = 86_400_000;

interface HeldQuery {
  doctorIds: string[];
  /** With whatever this patient has elsewhere. */
  patientId?: string;
  from: number;
  to: number;
  /** The appointment that is to move: what it holds itself is not in its way. */
  except?: string;
}

/** The times that appointments hold in [from, to) of doctors and of a patient, their own or one proposed instead. Milliseconds since the epoch. */
export async function heldTimes({ doctorIds, patientId, from, to, except }: HeldQuery, tx: Tx = prisma()) {
  const rows = await tx.appointmentHold.findMany({
    where: {
      // No visit is longer than a day, so that the index on the start finds every hold that reaches into the span.
      startsAt: { gt: new Date(from - DAY), lt: new Date(to) },
      endsAt: { gt: new Date(from) },
      OR: [{ doctorId: { in: doctorIds } }, ...(patientId ? [{ patientId }] : [])],
      ...(except ? { appointmentId: { not: except } } : {}),
    },
    select: { appointmentId: true, kind: true, doctorId: true, patientId: true, startsAt: true, endsAt: true },
  });
  return rows.map(({ startsAt, endsAt, ...held }) => ({ ...held, start: startsAt.getTime(), end: endsAt.getTime() }));
}
