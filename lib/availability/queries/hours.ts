import { prisma } from '@/lib/adapters/database';
import { toHours } from '@/lib/availability/hours';
import type { Hours } from '@/lib/availability/policy';
import type { Prisma } from '@/prisma/generated/client';

export const hoursOfDoctor = {
  slotMinutes: true,
  breakMinutes: true,
  noticeMinutes: true,
  horizonDays: true,
  hoursRevision: true,
  person: { select: { zone: true } },
  workingSpans: true,
  dayExceptions: true,
} satisfies Prisma.DoctorSelect;

/** Doctors whom one can book: those whose account is enabled. */
export const bookableDoctor = { person: { disabledAt: null } } satisfies Prisma.DoctorWhereInput;

/** A doctor's hours with their revision; null when there is no such doctor to book. */
export async function findHours(doctorId: string): Promise<(Hours & { revision: number }) | null> {
  const row = await prisma().doctor.findFirst({
    where: { personId: doctorId, ...bookableDoctor },
    select: hoursOfDoctor,
  });
  return row && { ...toHours(row), revision: row.hoursRevision };
}
