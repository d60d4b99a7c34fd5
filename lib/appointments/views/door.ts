import type { AppointmentStatus, VisitType } from '@/lib/appointments/policy';
import { rosterOf } from '@/lib/appointments/roster';
import type { Appointment } from '@/prisma/generated/client';

/** The columns of an appointment that letting someone into its room takes. */
export type DoorRow = Pick<
  Appointment,
  'id' | 'startsAt' | 'endsAt' | 'visitType' | 'status' | 'revision' | 'doctorId' | 'patientId'
> & { doctorName: string; patientName: string };

/** The door of an appointment: who may be in its room, and until when; nothing that a doorkeeper need not know. Milliseconds since the epoch. */
export type DoorView = ReturnType<typeof toDoor>;

export function toDoor({ id, revision, startsAt, endsAt, status, visitType, ...row }: DoorRow) {
  return {
    id,
    revision,
    roster: rosterOf({
      patient: { id: row.patientId, name: row.patientName },
      doctor: { id: row.doctorId, name: row.doctorName },
    }),
    status: status.toLowerCase() as AppointmentStatus,
    visitType: visitType.toLowerCase() as VisitType,
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
  };
}
