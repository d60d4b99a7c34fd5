import { prisma } from '@/lib/adapters/database';
import { beyond, byStart, type Page, toPage } from '@/lib/appointments/queries/page';
import type { AppointmentFilter } from '@/lib/appointments/schema/list';
import { ofParty } from '@/lib/appointments/views/permission';
import { type Row, view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** The actor's appointments by start, a page at a time. `from` inclusive, `to` exclusive. */
export async function listAppointments(actor: Actor, filter: AppointmentFilter): Promise<Page> {
  const { from, to, status, cursor, limit = 50 } = filter;
  const rows = await prisma().appointment.findMany({
    where: {
      AND: [
        ofParty(actor),
        { startsAt: { gte: from, lt: to } },
        status ? { status: { in: status.map((s) => s.toUpperCase() as Row['status']) } } : {},
        beyond(cursor, 'asc'),
      ],
    },
    select: view,
    orderBy: byStart('asc'),
    take: limit + 1,
  });
  return toPage(rows, limit);
}
