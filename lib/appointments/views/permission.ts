import type { Actor } from '@/lib/platform/actor';
import type { Prisma } from '@/prisma/generated/client';

/** The column of an appointment in which a party of each role stands. */
const SIDE = { patient: 'patientId', doctor: 'doctorId', admin: null } as const;

/** A condition for a party's own appointments; everything that reads for an actor goes through this. */
export function ofParty(actor: Pick<Actor, 'id' | 'role'>): Prisma.AppointmentWhereInput {
  const side = SIDE[actor.role];
  return side ? { [side]: actor.id } : { id: { in: [] } };
}

/** A condition for the appointments that someone may change: a party its own, the front desk everybody's. Their rows go through `toManaged`. */
export const ofManager = (actor: Actor): Prisma.AppointmentWhereInput => (actor.role === 'admin' ? {} : ofParty(actor));
