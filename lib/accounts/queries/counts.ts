import { prisma } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';

export interface DayCounts {
  /** The day of UTC, as its first instant. */
  day: Date;
  counts: { kind: string; count: number }[];
}

const DAY = 24 * 60 * 60_000;

/** What was counted in the last `days` days of UTC, newest first, the most frequent first; for the admin, and nothing for others. */
export async function dailyCounts(actor: Actor, now: Date, days = 14): Promise<DayCounts[]> {
  if (actor.role !== 'admin') return [];
  const rows = await prisma().dailyCount.findMany({
    where: { day: { gt: new Date(now.getTime() - days * DAY) } },
    orderBy: [{ day: 'desc' }, { count: 'desc' }, { kind: 'asc' }],
  });
  return [...Map.groupBy(rows, ({ day }) => day.getTime())].map(([day, counts]) => ({
    day: new Date(day),
    counts: counts.map(({ kind, count }) => ({ kind, count })),
  }));
}
