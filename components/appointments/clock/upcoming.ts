import { joinSpan, joinState } from '@/lib/appointments/policy';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import { settings } from '@/lib/platform/settings';

/** True for an appointment that is not over at `now` (milliseconds since the epoch), or whose call is still open then. */
export function isUpcoming(appointment: AppointmentView, now: number): boolean {
  const open = joinState(joinable(appointment), now, settings().joinWindow).state === 'open';
  return open || appointment.endsAt.getTime() > now;
}

/**
 * The instant (milliseconds since the epoch) at which the first of the appointments ends or its call closes after `now`: a page's words
 * hold until then. Infinity: never.
 */
export function nextEnd(appointments: AppointmentView[], now: number): number {
  const ends = appointments.flatMap((item) => [
    item.endsAt.getTime(),
    joinSpan(joinable(item), settings().joinWindow).closesAt,
  ]);
  return Math.min(...ends.filter((end) => end > now));
}
