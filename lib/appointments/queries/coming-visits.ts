import { prisma } from '@/lib/adapters/database';
import { isToCome } from '@/lib/appointments/conditions';
import { MOST_IN_HAND_OVER } from '@/lib/appointments/schema/hand-over';
import { toManaged } from '@/lib/appointments/views/redaction';
import { type AppointmentView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import type { Prisma } from '@/prisma/generated/client';

export interface DoctorWithVisits {
  id: string;
  name: string;
  specialty: string;
  disabled: boolean;
  /** The number of appointments to come, also beyond those that are listed. */
  count: number;
}

const doctorOf = {
  specialty: true,
  person: { select: { id: true, name: true, disabledAt: true } },
} satisfies Prisma.DoctorSelect;

const toDoctor = ({ specialty, person }: Prisma.DoctorGetPayload<{ select: typeof doctorOf }>) => ({
  ...{ id: person.id, name: person.name, specialty },
  disabled: person.disabledAt !== null,
});

/** Every doctor who has appointments to come, by name; for the front desk. */
export async function doctorsWithVisits(actor: Actor, now: Date): Promise<DoctorWithVisits[]> {
  if (actor.role !== 'admin') return [];
  const counts = await prisma().appointment.groupBy({ by: ['doctorId'], where: isToCome(now), _count: true });
  const countOf = new Map(counts.map(({ doctorId, _count }) => [doctorId, _count]));
  const doctors = await prisma().doctor.findMany({
    where: { personId: { in: [...countOf.keys()] } },
    select: doctorOf,
    orderBy: { person: { name: 'asc' } },
    take: 200,
  });
  return doctors.map((row) => {
    const doctor = toDoctor(row);
    return { ...doctor, count: countOf.get(doctor.id) ?? 0 };
  });
}

/** A doctor's appointments to come, soonest first, for the front desk; null when there is no such doctor. */
export async function comingVisits(
  actor: Actor,
  doctorId: string,
  now: Date,
): Promise<{ doctor: Omit<DoctorWithVisits, 'count'>; visits: AppointmentView[] } | null> {
  if (actor.role !== 'admin') return null;
  const doctor = await prisma().doctor.findUnique({
    where: { personId: doctorId },
    select: doctorOf,
  });
  if (!doctor) return null;
  const rows = await prisma().appointment.findMany({
    where: { AND: [{ doctorId }, isToCome(now)] },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST_IN_HAND_OVER,
  });
  return { doctor: toDoctor(doctor), visits: rows.map((row) => toManaged(actor, row, settings())) };
}
