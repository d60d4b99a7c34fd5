import { prisma } from '@/lib/adapters/database';
import { toHours } from '@/lib/availability/hours';
import { bookable } from '@/lib/availability/policy';
import { bookableDoctor, hoursOfDoctor } from '@/lib/availability/queries/hours';
import { nextFree } from '@/lib/availability/queries/next-free';
import type { DoctorJson } from '@/lib/availability/schema';
import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/prisma/generated/client';

const doctorRow = {
  ...hoursOfDoctor,
  personId: true,
  specialty: true,
  languages: true,
  person: { select: { name: true, zone: true } },
} satisfies Prisma.DoctorSelect;

type DoctorRow = Prisma.DoctorGetPayload<{ select: typeof doctorRow }>;

async function toDoctors(actor: Actor, rows: readonly DoctorRow[], now: Date) {
  const doctors = rows.map((row) => ({ row, id: row.personId, hours: toHours(row) }));
  const next = await nextFree(actor, doctors, now);
  return doctors.map(({ row: { person, specialty, languages, slotMinutes }, id, hours }) => {
    const slot = next.get(id);
    return {
      id,
      name: person.name,
      zone: person.zone,
      specialty,
      languages,
      slotMinutes,
      nextFreeAt: slot ? new Date(slot.start).toISOString() : null,
      bookable: bookable(hours, now.getTime()),
    };
  });
}

/** A doctor whom one can book; `bookable` is the span of starts that a patient may choose, in milliseconds since the epoch. */
export type DoctorView = Awaited<ReturnType<typeof toDoctors>>[number];

/** One doctor with the next free slot; null when there is no such doctor to book. For anyone signed in. */
export async function findDoctor(actor: Actor, id: string, now: Date): Promise<DoctorView | null> {
  const row = await prisma().doctor.findFirst({ where: { personId: id, ...bookableDoctor }, select: doctorRow });
  const [doctor] = await toDoctors(actor, row ? [row] : [], now);
  return doctor ?? null;
}

/** Everyone who can be booked, by name, and nothing of their time. For anyone signed in. */
export const listDoctorNames = (): Promise<{ id: string; name: string; zone: string }[]> =>
  prisma().person.findMany({
    where: { disabledAt: null, doctor: { isNot: null } },
    select: { id: true, name: true, zone: true },
    orderBy: { name: 'asc' },
    take: 200,
  });

const everyone = {
  where: bookableDoctor,
  select: doctorRow,
  orderBy: { person: { name: 'asc' } },
  take: 200,
} satisfies Prisma.DoctorFindManyArgs;

/** Everyone who can be booked, with their hours, by name. For anyone signed in. */
export async function listHours() {
  const rows = await prisma().doctor.findMany(everyone);
  return rows.map(({ personId, specialty, person, ...row }) => ({
    ...person,
    id: personId,
    specialty,
    hours: toHours({ ...row, person }),
  }));
}

/** Everyone who can be booked, with the next free slot of each, by name. For anyone signed in. */
export async function listDoctors(actor: Actor, now: Date): Promise<DoctorJson[]> {
  const rows = await prisma().doctor.findMany(everyone);
  const doctors = await toDoctors(actor, rows, now);
  return doctors.map(({ bookable: _, ...doctor }) => doctor);
}
