import { type AppointmentStatus, joinSpan, joinState, roomName, type VisitType } from '@/lib/appointments/policy';
import { rosterOf } from '@/lib/appointments/roster';
import type { AppointmentJson, ChangedJson } from '@/lib/appointments/schema';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import type { Appointment, Prisma } from '@/prisma/generated/client';

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

/** Where a party of each role stands in an appointment. */
const SIDE = { patient: 'patientId', doctor: 'doctorId', admin: null } as const;

/** Only a party's own appointments; everything that reads for an actor goes through this. */
export function ofParty(actor: Pick<Actor, 'id' | 'role'>): Prisma.AppointmentWhereInput {
  const side = SIDE[actor.role];
  return side ? { [side]: actor.id } : { id: { in: [] } };
}

/** The appointments that someone may change: a party its own, the front desk everybody's. Their rows go through `toManaged`. */
export const ofManager = (actor: Actor): Prisma.AppointmentWhereInput => (actor.role === 'admin' ? {} : ofParty(actor));

/** What the join rules need, in their own units. */
export const joinable = (appointment: AppointmentView) => ({
  status: appointment.status,
  visitType: appointment.visitType,
  startsAt: appointment.startsAt.getTime(),
  endsAt: appointment.endsAt.getTime(),
});

/** As the front desk sees it: without why someone sees a doctor, unless the setting ADMIN_SEES_REASONS says so. */
export const forDesk = (appointment: AppointmentView): AppointmentView =>
  settings().adminSeesReasons ? appointment : { ...appointment, reason: '', closingNote: null };

/** A row as whoever may change it sees it. */
export const toManaged = (actor: Actor, row: Row): AppointmentView =>
  actor.role === 'admin' ? forDesk(toView(row)) : toView(row);

/** What is read of an appointment to let someone into its room. */
export type DoorRow = Pick<
  Appointment,
  'id' | 'startsAt' | 'endsAt' | 'visitType' | 'status' | 'revision' | 'doctorId' | 'patientId'
> & { doctorName: string; patientName: string };

/** What decides who may be in the room of an appointment, and until when; nothing that a doorkeeper need not know. */
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

/** An appointment as the API answers it; `canJoin` as of `now`. */
export function toJson(appointment: AppointmentView, now: Date): AppointmentJson {
  const { joinWindow, origin } = settings();
  const span = joinSpan(joinable(appointment), joinWindow);
  const { id, status, visitType, reason, revision, doctor, patient } = appointment;
  return {
    id,
    roomName: roomName(id),
    callUrl: `${origin}/appointments/${id}/call`,
    startsAt: appointment.startsAt.toISOString(),
    endsAt: appointment.endsAt.toISOString(),
    status,
    visitType,
    doctor: { id: doctor.id, name: doctor.name },
    patient: { id: patient.id, name: patient.name },
    reason,
    revision,
    seriesId: appointment.seriesId,
    proposedStartsAt: appointment.proposedStartsAt?.toISOString() ?? null,
    canJoin: joinState(joinable(appointment), now.getTime(), joinWindow).state === 'open',
    opensAt: new Date(span.opensAt).toISOString(),
    closesAt: new Date(span.closesAt).toISOString(),
  };
}

/** What a change answers: the appointment that was named, and those of its series that changed with it. */
export function toChangedJson(
  { appointment, series }: { appointment: AppointmentView; series?: AppointmentView[] },
  now: Date,
): ChangedJson {
  const { seriesId: id } = appointment;
  const more = id && series && { series: { id, appointments: series.map((visit) => toJson(visit, now)) } };
  return { ...toJson(appointment, now), ...more };
}
