import type { AppointmentStatus, VisitType } from '@/lib/appointments/policy';
import type { Prisma } from '@/prisma/generated/client';

/** What is read of an appointment, and for whom: the shapes that every query of this noun shares. */
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

/** What the join rules need, in their own units. */
export const joinable = (appointment: AppointmentView) => ({
  status: appointment.status,
  visitType: appointment.visitType,
  startsAt: appointment.startsAt.getTime(),
  endsAt: appointment.endsAt.getTime(),
});
