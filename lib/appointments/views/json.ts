import { joinSpan, joinState, roomName } from '@/lib/appointments/policy';
import type { AppointmentJson, ChangedJson } from '@/lib/appointments/schema/json';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import type { Settings } from '@/lib/platform/settings';

type Site = Pick<Settings, 'joinWindow' | 'origin'>;

/** An appointment as the API answers it; `canJoin` as of `now`. */
export function toJson(appointment: AppointmentView, now: Date, { joinWindow, origin }: Site): AppointmentJson {
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

interface Done {
  appointment: AppointmentView;
  series?: AppointmentView[];
}

/** The API's answer to a change: the appointment that was named, and those of its series that changed with it. */
export const jsonAnswer =
  (now: Date, site: Site) =>
  ({ appointment, series }: Done): ChangedJson => {
    const { seriesId: id } = appointment;
    const more = id && series && { series: { id, appointments: series.map((visit) => toJson(visit, now, site)) } };
    return { ...toJson(appointment, now, site), ...more };
  };
