import { prisma, type Tx } from '@/lib/adapters/database';

/** A time of an appointment at which a doctor has another one. */
export interface TakenTime {
  doctorId: string;
  /** Of the appointment whose time it is. */
  id: string;
  kind: 'visit' | 'proposal';
}

/** The times of these appointments that are taken at each of these doctors. */
export async function takenTimes(doctorIds: string[], ids: string[], tx: Tx = prisma()): Promise<TakenTime[]> {
  return tx.$queryRaw`
    SELECT DISTINCT other.doctor_id AS "doctorId", own.appointment_id AS id, own.kind
    FROM appointment_hold own JOIN appointment_hold other
      ON other.doctor_id = ANY(${doctorIds}::uuid[]) AND other.appointment_id <> own.appointment_id
      AND tstzrange(other.starts_at, other.ends_at) && tstzrange(own.starts_at, own.ends_at)
    WHERE own.appointment_id = ANY(${ids}::uuid[])`;
}
