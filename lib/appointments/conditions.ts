import type { Prisma } from '@/prisma/generated/client';

type Where = Prisma.AppointmentWhereInput;

const DAY = 86_400_000;

/** A bound of the start for what has not ended: no visit is longer than a day, so that the index on the start leaves the past out. */
const dayBefore = (now: Date) => ({ gt: new Date(now.getTime() - DAY) });

/** Confirmed visits that have not ended. */
export const isVisitToCome = (now: Date): Where => ({
  status: 'CONFIRMED',
  startsAt: dayBefore(now),
  endsAt: { gt: now },
});

/** Appointments that are to come: visits until their end, requests until their start (see mayHandOver, which decides of one). */
export const isToCome = (now: Date): Where => ({
  startsAt: dayBefore(now),
  OR: [{ status: 'PENDING', startsAt: { gt: now } }, isVisitToCome(now)],
});

/** Appointments that wait for their doctor's answer: requests, and visits for which the patient asks for another time. */
export const waitsForAnswer = (now: Date): Where => ({
  startsAt: { gt: now },
  OR: [{ status: 'PENDING' }, { status: 'CONFIRMED', proposedStartsAt: { gt: now } }],
});
