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

/** A doctor whom one can book and the hours with their revision; null when there is no such doctor to book. */
export async function findDoctorHours(doctorId: string) {
  const row = await prisma().doctor.findFirst({
    where: { personId: doctorId, ...bookableDoctor },
    select: { ...hoursOfDoctor, specialty: true, person: { select: { id: true, name: true, zone: true } } },
  });
  if (!row) return null;
  const { person, specialty, hoursRevision: revision } = row;
  return { doctor: { ...person, specialty }, hours: toHours(row), revision };
}

/** A doctor's hours with their revision; null when there is no such doctor to book. */
export async function findHours(doctorId: string): Promise<(Hours & { revision: number }) | null> {
  const found = await findDoctorHours(doctorId);
  return found && { ...found.hours, revision: found.revision };
}
