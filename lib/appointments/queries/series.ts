import { prisma, type Tx } from '@/lib/adapters/database';
import { rhythmOf } from '@/lib/appointments/recurrence';
import { ofManager } from '@/lib/appointments/views/permission';
import { toManaged } from '@/lib/appointments/views/redaction';
import { type AppointmentView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** The series that an appointment belongs to, with its visits that the actor may see; null where it belongs to none. */
export async function findSeriesOf(actor: Actor, { seriesId }: Pick<AppointmentView, 'seriesId'>) {
  if (!seriesId) return null;
  const [visits, row] = await Promise.all([
    findSeries(actor, seriesId),
    prisma().appointmentSeries.findUnique({ where: { id: seriesId }, select: { rule: true } }),
  ]);
  return row && visits.length > 0 ? { id: seriesId, visits, ...rhythmOf(row.rule) } : null;
}

/** The visits of a series that an actor may see, by start: a party's own, and all at the front desk, without reasons. */
export async function findSeries(actor: Actor, seriesId: string, tx: Tx = prisma()): Promise<AppointmentView[]> {
  const rows = await tx.appointment.findMany({
    where: { AND: [{ seriesId }, ofManager(actor)] },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => toManaged(actor, row, settings()));
}
