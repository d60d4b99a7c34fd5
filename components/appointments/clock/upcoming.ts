import { joinSpan, joinState } from '@/lib/appointments/policy';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import { settings } from '@/lib/platform/settings';

/** Whether an appointment still lies ahead or its call is still open at `now` (milliseconds since the epoch). */
export function isUpcoming(appointment: AppointmentView, now: number): boolean {
  const open = joinState(joinable(appointment), now, settings().joinWindow).state === 'open';
  return open || appointment.endsAt.getTime() > now;
}

/** When the first of them ends or its call closes: the page's words hold until then. Infinity: never. */
export function nextEnd(appointments: AppointmentView[], now: number): number {
  const ends = appointments.flatMap((item) => [
    item.endsAt.getTime(),
    joinSpan(joinable(item), settings().joinWindow).closesAt,
  ]);
  return Math.min(...ends.filter((end) => end > now));
}
