import { prisma, type Tx } from '@/lib/adapters/database';
import { ofManager } from '@/lib/appointments/views/permission';
import { toManaged } from '@/lib/appointments/views/redaction';
import { type AppointmentView, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** The visits of a series that an actor may see, by start: a party's own, and all at the front desk, without reasons. */
export async function findSeries(actor: Actor, seriesId: string, tx: Tx = prisma()): Promise<AppointmentView[]> {
  const rows = await tx.appointment.findMany({
    where: { AND: [{ seriesId }, ofManager(actor)] },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => toManaged(actor, row, settings()));
}
