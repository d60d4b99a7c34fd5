import { vi } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { runDueJobs } from '@/lib/adapters/job-runner';
import { tasks } from '@/worker/tasks';

/** Does what the worker would do by now, in a test that has withApplication(). @throws what a job failed with */
export async function doJobs(): Promise<void> {
  const failures = await tryJobs();
  if (failures.length > 0) throw new AggregateError(failures, 'a job failed');
}

/** Runs the jobs that are due where some are meant to fail; answers what they failed with. */
export async function tryJobs(): Promise<unknown[]> {
  const failures: unknown[] = [];
  await runDueJobs(tasks, (error) => failures.push(error));
  // How the last ones ended is written down after it says that it is done.
  await vi.waitFor(async () => {
    const [row] = await prisma().$queryRaw<{ locked: bigint }[]>`
      SELECT count(*) AS locked FROM graphile_worker._private_jobs WHERE locked_at IS NOT NULL`;
    if (row?.locked) throw new Error(`${row.locked} jobs have not ended`);
  }, 5_000);
  return failures;
}

/** Lets the jobs that failed be tried again now, instead of after their pause. */
export const skipPause = () =>
  prisma().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE attempts > 0`;

/** Payloads of the jobs of a kind that wait or have failed. */
export async function jobsOf(name: string): Promise<Record<string, unknown>[]> {
  const rows = await prisma().$queryRaw<{ payload: Record<string, unknown> }[]>`
    SELECT j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = ${name}`;
  return rows.map(({ payload }) => payload);
}
