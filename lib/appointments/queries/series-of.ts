import { prisma } from '@/lib/adapters/database';
import { findSeries } from '@/lib/appointments/queries/series';
import { rhythmOf } from '@/lib/appointments/rhythm';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** The series that an appointment belongs to, with its visits that the actor may see; null where it belongs to none. */
export async function findSeriesOf(actor: Actor, { seriesId }: Pick<AppointmentView, 'seriesId'>) {
  if (!seriesId) return null;
  const [visits, row] = await Promise.all([
    findSeries(actor, seriesId),
    prisma().appointmentSeries.findUnique({ where: { id: seriesId }, select: { rule: true } }),
  ]);
  return row && visits.length > 0 ? { id: seriesId, visits, ...rhythmOf(row.rule) } : null;
}
