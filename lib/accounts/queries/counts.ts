import { prisma } from '@/lib/adapters/database';
import type { Actor } from '@/lib/platform/actor';

export interface DayCounts {
  /** The day of UTC, as its first instant. */
  day: Date;
  /** A kind of platform/tally, or `session_ended:` with the reason. */
  counts: { kind: string; count: number }[];
}

const DAY = 24 * 60 * 60_000;

/** What was counted in the last `days` days of UTC, newest first, the most frequent first; for the admin, and nothing for others. */
export async function dailyCounts(actor: Actor, now: Date, days = 14): Promise<DayCounts[]> {
  if (actor.role !== 'admin') return [];
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const since = new Date(today - (days - 1) * DAY);
  const rows = await prisma().$queryRaw<{ day: Date; kind: string; count: number }[]>`
    SELECT day, kind, count FROM (
      SELECT day, kind, count FROM daily_count WHERE day >= (${since}::timestamptz AT TIME ZONE 'UTC')::date
      UNION ALL
      SELECT (ended_at AT TIME ZONE 'UTC')::date, 'session_ended:' || end_reason, count(*)::int
      FROM session WHERE ended_at >= ${since} GROUP BY 1, 2) AS counted
    ORDER BY day DESC, count DESC, kind`;
  return [...Map.groupBy(rows, ({ day }) => day.getTime())].map(([day, counts]) => ({
    day: new Date(day),
    counts: counts.map(({ kind, count }) => ({ kind, count })),
  }));
}
