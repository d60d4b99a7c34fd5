import type { AppointmentStatus, VisitType } from '@/lib/appointments/policy';
import type { Appointment } from '@/prisma/generated/client';

/** The columns of an appointment that letting someone into its room takes. */
export type DoorRow = Pick<
  Appointment,
  'id' | 'startsAt' | 'endsAt' | 'visitType' | 'status' | 'revision' | 'doctorId' | 'patientId'
>;

/** The door of an appointment: who may be in its room, and until when; nothing that a doorkeeper need not know. Milliseconds since the epoch. */
export type DoorView = ReturnType<typeof toDoor>;

export function toDoor({ startsAt, endsAt, status, visitType, ...row }: DoorRow) {
  return {
    ...row,
    status: status.toLowerCase() as AppointmentStatus,
    visitType: visitType.toLowerCase() as VisitType,
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
  };
}
