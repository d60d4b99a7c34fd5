import type { AppointmentStatus, VisitType } from '@/lib/appointments/policy';
import type { Appointment } from '@/prisma/generated/client';

/** What is read of an appointment to let someone into its room. */
export type DoorRow = Pick<
  Appointment,
  'id' | 'startsAt' | 'endsAt' | 'visitType' | 'status' | 'revision' | 'doctorId' | 'patientId'
>;

/** What decides who may be in the room of an appointment, and until when; nothing that a doorkeeper need not know. */
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
