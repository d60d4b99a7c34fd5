import { prisma } from '@/lib/adapters/database';
import { MOST_IN_HAND_OVER } from '@/lib/appointments/schema/change';
import { forDesk } from '@/lib/appointments/views/redaction';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/prisma/generated/client';

/** No visit is longer than this: with it, the index on the start finds what has begun and has not ended. */
const DAY = 86_400_000;

/** What the front desk may hand to another doctor (see mayHandOver). */
const coming = (now: Date): Prisma.AppointmentWhereInput => ({
  startsAt: { gt: new Date(now.getTime() - DAY) },
  OR: [
    { status: 'PENDING', startsAt: { gt: now } },
    { status: 'CONFIRMED', endsAt: { gt: now } },
  ],
});

export interface DoctorWithVisits {
  id: string;
  name: string;
  specialty: string;
  disabled: boolean;
  /** How many appointments are to come, also beyond those that are listed. */
  count: number;
}

/** Every doctor who has appointments to come, by name; for the front desk. */
export async function doctorsWithVisits(actor: Actor, now: Date): Promise<DoctorWithVisits[]> {
  if (actor.role !== 'admin') return [];
  // Counted doctor by doctor, which takes the index; a grouping of all appointments would read them all.
  return prisma().$queryRaw`
    SELECT p.id, p.name, d.specialty, p.disabled_at IS NOT NULL AS disabled, coming.count::int AS count
    FROM doctor d JOIN person p ON p.id = d.person_id CROSS JOIN LATERAL (
      SELECT count(*) FROM appointment a
      WHERE a.doctor_id = d.person_id AND a.starts_at > ${new Date(now.getTime() - DAY)}
        AND (a.status = 'PENDING' AND a.starts_at > ${now} OR a.status = 'CONFIRMED' AND a.ends_at > ${now})
    ) coming
    WHERE coming.count > 0 ORDER BY p.name LIMIT 200`;
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
    select: { specialty: true, person: { select: { id: true, name: true, disabledAt: true } } },
  });
  if (!doctor) return null;
  const rows = await prisma().appointment.findMany({
    where: { AND: [{ doctorId }, coming(now)] },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST_IN_HAND_OVER,
  });
  const { disabledAt, ...person } = doctor.person;
  return {
    doctor: { ...person, specialty: doctor.specialty, disabled: disabledAt !== null },
    visits: rows.map((row) => forDesk(toView(row))),
  };
}
