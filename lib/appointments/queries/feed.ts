import { prisma } from '@/lib/adapters/database';
import { ofParty } from '@/lib/appointments/views/permission';
import { type AppointmentView, toView, view } from '@/lib/appointments/views/select';
import type { FeedReader } from '@/lib/platform/actor';

/** The part of the past that a feed shows, in days. */
const FEED_DAYS = 90;

/** The appointments of a person's feed, by start: all to come, those of late, and those called off, so that calendars drop them. */
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
