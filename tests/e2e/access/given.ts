import type { AppointmentStatus, PrismaClient } from '@/prisma/generated/client';
import type { TestPerson } from '@/tests/support/factories';
import type { Makers } from '../support/people';
import { HOUR } from '../support/times';
import { SECRET, type Visitor } from './cast';

/** The appointment that a case needs. By default confirmed, a day ahead. */
export interface Given {
  status?: AppointmentStatus;
  /** Minutes from now. */
  startsIn?: number;
  /** The patient asks for another time. */
  proposed?: boolean;
}

/** Ids and values that a case may put into its address, body or arguments. */
export interface Subject {
  id: string;
  patient: TestPerson;
  doctor: TestPerson;
  /** The person who asks; null: signed out. */
  visitor: TestPerson | null;
  /** A time that is free, by the doctor's hours too; ISO 8601. */
  free: string;
  make: Makers;
}

const nextHour = (hours: number) => new Date(Math.ceil(Date.now() / HOUR + hours) * HOUR);

/** Makes the appointment of a visitor's pair. */
export async function given(
  prisma: PrismaClient,
  make: Makers,
  { pair, person }: Visitor,
  { status = 'CONFIRMED', startsIn = 24 * 60, proposed = false }: Given,
): Promise<Subject> {
  const { id } = await make.appointment({ ...pair, status, startsIn, length: 50, reason: SECRET });
  if (proposed) {
    const [proposedStartsAt, proposedEndsAt] = [nextHour(48), nextHour(49)];
    await prisma.appointment.update({ where: { id }, data: { proposedStartsAt, proposedEndsAt } });
  }
  return { id, ...pair, visitor: person, free: nextHour(72).toISOString(), make };
}

/** An address with what it names put in. */
export const fill = (path: string, { id, doctor }: Subject) =>
  path.replaceAll(':id', id).replaceAll(':doctor', doctor.id);
