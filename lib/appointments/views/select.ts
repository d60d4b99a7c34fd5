import type { AppointmentStatus, VisitType } from '@/lib/appointments/policy';
import type { Prisma } from '@/prisma/generated/client';

/** The columns of an appointment that every query of a whole one reads. */
export const view = {
  id: true,
  startsAt: true,
  endsAt: true,
  visitType: true,
  status: true,
  reason: true,
  revision: true,
  proposedStartsAt: true,
  proposedEndsAt: true,
  closingNote: true,
  updatedAt: true,
  seriesId: true,
  doctor: { select: { specialty: true, person: { select: { id: true, name: true, zone: true } } } },
  patient: { select: { id: true, name: true, zone: true } },
} satisfies Prisma.AppointmentSelect;

export type Row = Prisma.AppointmentGetPayload<{ select: typeof view }>;

/** An appointment as its parties see it. Instants are UTC. */
export type AppointmentView = ReturnType<typeof toView>;

export function toView({ doctor, status, visitType, ...row }: Row) {
  return {
    ...row,
    doctor: { ...doctor.person, specialty: doctor.specialty },
    status: status.toLowerCase() as AppointmentStatus,
    visitType: visitType.toLowerCase() as VisitType,
  };
}

/** An appointment as the join rules take it, in their own units. */
export const joinable = (appointment: AppointmentView) => ({
  status: appointment.status,
  visitType: appointment.visitType,
  startsAt: appointment.startsAt.getTime(),
  endsAt: appointment.endsAt.getTime(),
});
