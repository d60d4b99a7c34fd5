import { type AppointmentView, type Row, toView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** As the front desk sees it: without why someone sees a doctor, unless the setting ADMIN_SEES_REASONS says so. */
export const forDesk = (appointment: AppointmentView): AppointmentView =>
  settings().adminSeesReasons ? appointment : { ...appointment, reason: '', closingNote: null };

/** A row as whoever may change it sees it. */
export const toManaged = (actor: Actor, row: Row): AppointmentView =>
  actor.role === 'admin' ? forDesk(toView(row)) : toView(row);
