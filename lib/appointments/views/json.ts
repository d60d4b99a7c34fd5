import { joinSpan, joinState, roomName } from '@/lib/appointments/policy';
import type { AppointmentJson, ChangedJson } from '@/lib/appointments/schema/json';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import { settings } from '@/lib/platform/settings';

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
