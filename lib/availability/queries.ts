import { prisma, type Tx } from '@/lib/adapters/database';
import { heldTimes } from '@/lib/availability/held';
import { toHours } from '@/lib/availability/hours';
import type { Interval } from '@/lib/availability/intervals';
import { nextFree } from '@/lib/availability/next-free';
import { bookable, freeSlots, type Hours, type Slot } from '@/lib/availability/policy';
import type { DoctorJson } from '@/lib/availability/schema';
import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/prisma/generated/client';

const hoursOfDoctor = {
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
const bookableDoctor = { person: { disabledAt: null } } satisfies Prisma.DoctorWhereInput;

/** A doctor's hours with their revision; null when there is no such doctor to book. */
export async function findHours(doctorId: string): Promise<(Hours & { revision: number }) | null> {
  const row = await prisma().doctor.findFirst({
    where: { personId: doctorId, ...bookableDoctor },
    select: hoursOfDoctor,
  });
  return row && { ...toHours(row), revision: row.hoursRevision };
}

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
export class HoursChanged extends Error {}

/** Makes sure, at the end of a transaction that took a doctor's time, that the hours it went by still hold. @throws HoursChanged */
export async function assertHours(tx: Tx, doctorId: string, revision: number): Promise<void> {
  const unchanged = await tx.doctor.count({ where: { personId: doctorId, hoursRevision: revision } });
  if (unchanged === 0) throw new HoursChanged();
}

interface BusyQuery {
  doctorId: string;
  /** Also what this patient has elsewhere. */
  patientId?: string;
  from: number;
  to: number;
  /** The appointment that is to move: what it holds itself is not in its way. */
  except?: string;
}

/** A time that an appointment holds: its own, or one proposed instead. */
export interface HeldTime extends Interval {
  appointmentId: string;
  kind: string;
}

/** What is taken in [from, to), of a doctor and a patient, in milliseconds since the epoch. */
export async function busyTimes({ doctorId, ...query }: BusyQuery, tx: Tx = prisma()): Promise<HeldTime[]> {
  return heldTimes({ doctorIds: [doctorId], ...query }, tx);
}

/** A time of an appointment at which a doctor has another one. */
export interface TakenTime {
  doctorId: string;
  /** Of the appointment whose time it is. */
  id: string;
  kind: 'visit' | 'proposal';
}

/** Which of these appointments' times are taken at each of these doctors. */
export async function takenTimes(doctorIds: string[], ids: string[], tx: Tx = prisma()): Promise<TakenTime[]> {
  return tx.$queryRaw`
    SELECT DISTINCT other.doctor_id AS "doctorId", own.appointment_id AS id, own.kind
    FROM appointment_hold own JOIN appointment_hold other
      ON other.doctor_id = ANY(${doctorIds}::uuid[]) AND other.appointment_id <> own.appointment_id
      AND tstzrange(other.starts_at, other.ends_at) && tstzrange(own.starts_at, own.ends_at)
    WHERE own.appointment_id = ANY(${ids}::uuid[])`;
}

/** The slots that the actor may book with a doctor in [from, to) at `now`; null when there is no such doctor to book. */
export async function listSlots(
  actor: Actor,
  doctorId: string,
  { from, to, except }: { from: Date; to: Date; except?: string },
  now: Date,
): Promise<Slot[] | null> {
  const hours = await findHours(doctorId);
  if (!hours) return null;
  const span = { from: from.getTime(), to: to.getTime() };
  const patientId = actor.role === 'patient' ? actor.id : undefined;
  const busy = await busyTimes({ doctorId, patientId, except, ...span });
  return freeSlots(hours, busy, span.from, span.to, now.getTime());
}

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

/** The slots that patients would find free in [from, to) at `now` by hours that are not saved yet; the doctor's own. */
export async function previewSlots(actor: Actor, hours: Hours, from: number, to: number, now: number): Promise<Slot[]> {
  const busy = await busyTimes({ doctorId: actor.id, from, to });
  return freeSlots(hours, busy, from, to, now);
}
