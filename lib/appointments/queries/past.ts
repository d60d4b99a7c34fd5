import { prisma } from '@/lib/adapters/database';
import { beyond, byStart, type Page, toPage } from '@/lib/appointments/queries/page';
import { ofParty } from '@/lib/appointments/views/permission';
import { view } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** Appointments that ended before `now`, newest first, a page at a time. */
export async function listPastAppointments(actor: Actor, now: Date, cursor?: string, limit = 50): Promise<Page> {
  const rows = await prisma().appointment.findMany({
    where: { AND: [ofParty(actor), { endsAt: { lte: now } }, beyond(cursor, 'desc')] },
    select: view,
    orderBy: byStart('desc'),
    take: limit + 1,
  });
  return toPage(rows, limit);
}
