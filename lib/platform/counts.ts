import { prisma } from '@/lib/adapters/database';
import { log } from '@/lib/platform/log';
import { takeTally } from '@/lib/platform/tally';

/** Milliseconds for which counts are gathered: a flood of refusals must not become a flood of writes. */
const EVERY = 5_000;
const KEPT_DAYS = 90;

/** Adds what this process counted to the day's counts (of UTC), in one statement. */
export async function writeCounts(now: Date): Promise<void> {
  const counts = takeTally();
  if (counts.length === 0) return;
  const [kinds, numbers] = [counts.map(([kind]) => kind), counts.map(([, count]) => count)];
  await prisma().$executeRaw`INSERT INTO daily_count (day, kind, count)
    SELECT ${now}::timestamptz AT TIME ZONE 'UTC', kind, count FROM unnest(${kinds}::text[], ${numbers}::int[]) AS t(kind, count) ORDER BY kind
    ON CONFLICT (day, kind) DO UPDATE SET count = LEAST(daily_count.count::bigint + excluded.count, 2147483647)::int`;
}

/** Writes counts down now and then, as long as the process runs. What a failed try had taken is lost: these are counts, not evidence. */
export function keepCounting(): void {
  const write = () => writeCounts(new Date()).catch((error) => log().warn({ err: error }, 'counts were not written'));
  setInterval(write, EVERY).unref();
}

/** Forgets counts of long ago. */
export async function sweepCounts(now: Date): Promise<void> {
  const day = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  await prisma().dailyCount.deleteMany({ where: { day: { lt: day } } });
}
