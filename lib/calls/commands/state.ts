import { joinState } from '@/lib/appointments/policy';
import type { DoorView } from '@/lib/appointments/views/door';
import { settings } from '@/lib/platform/settings';

/** The state of an appointment's call at `now`, by the clinic's join window. */
export const callState = (appointment: DoorView, now: Date) =>
  joinState(appointment, now.getTime(), settings().joinWindow);
