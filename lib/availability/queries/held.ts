import { prisma, type Tx } from '@/lib/adapters/database';
import type { Interval } from '@/lib/availability/intervals';

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

const DAY = 86_400_000;

interface HeldQuery {
  doctorIds: string[];
  /** Also what this patient has elsewhere. */
  patientId?: string;
  from: number;
  to: number;
  /** The appointment that is to move: what it holds itself is not in its way. */
  except?: string;
}

/** What appointments hold in [from, to) of doctors and of a patient, each time its own or one proposed instead; milliseconds since the epoch. */
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
