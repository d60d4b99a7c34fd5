import { type AppointmentView, type Row, toView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import type { Settings } from '@/lib/platform/settings';

/**
 * A row as one of those sees it who may change it (see ofManager): the front desk without why someone sees a doctor, unless the setting
 * ADMIN_SEES_REASONS says so.
 */
export function toManaged(
  actor: Pick<Actor, 'role'>,
  row: Row,
  { adminSeesReasons }: Pick<Settings, 'adminSeesReasons'>,
): AppointmentView {
  const appointment = toView(row);
  return actor.role !== 'admin' || adminSeesReasons ? appointment : { ...appointment, reason: '', closingNote: null };
}
