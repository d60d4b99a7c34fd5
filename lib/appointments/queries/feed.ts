import { prisma } from '@/lib/adapters/database';
import { ofParty } from '@/lib/appointments/views/permission';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';
import type { FeedReader } from '@/lib/platform/actor';

/** What a feed shows of the past, in days. */
const FEED_DAYS = 90;

/** What a person's feed shows, by start: all to come, what was of late, and what was called off, so that calendars drop it. */
export async function listForFeed(reader: FeedReader, now: Date): Promise<AppointmentView[]> {
  const from = new Date(now.getTime() - FEED_DAYS * 24 * 60 * 60_000);
  const rows = await prisma().appointment.findMany({
    where: { AND: [ofParty(reader), { startsAt: { gte: from } }] },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 5_000,
  });
  return rows.map(toView);
}
