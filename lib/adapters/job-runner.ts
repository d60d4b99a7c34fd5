import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker';
import { pool, prisma } from '@/lib/adapters/database';
import type { Empty, Jobs } from '@/lib/adapters/jobs';
import { log } from '@/lib/platform/log';

export type Tasks = { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> };

/** Jobs without a payload that nobody adds, by the five fields of crontab(5) in UTC that say when they run. */
export type Schedule = { [Name in keyof Jobs as Jobs[Name] extends Empty ? Name : never]?: string };

const taskListOf = (tasks: Partial<Tasks>) =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as never)]),
  ) as TaskList;

/** What each worker does again and again, more often than crontab(5) knows; two workers doing it at once must do no harm. */
export interface Round {
  name: string;
  go: () => Promise<void>;
  /** Milliseconds of rest between two rounds; three times what the last one took, if that is more. */
  rest: number;
}

/** Milliseconds before a round that failed is tried again. */
const REST_AFTER_FAILURE = 5_000;

/** Goes a round until `signal`. What it fails with is told once, and again when it has worked meanwhile. */
export async function keepGoing({ name, go, rest }: Round, signal: AbortSignal): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    const began = Date.now();
    const failed = await go().then(
      () => false,
      (err) => {
        if (!failing) log().error({ err, round: name }, 'a round of the worker failed');
        return true;
      },
    );
    failing = failed;
    const wait = failed ? REST_AFTER_FAILURE : Math.max(rest, 3 * (Date.now() - began));
    await pause(wait, undefined, { signal }).catch(() => {});
  }
}

/** Runs the worker until its process is told to stop. */
export async function runJobs(tasks: Tasks, schedule: Schedule, rounds: Round[]): Promise<void> {
  const taskList = taskListOf(tasks);
  // max=1: a round that fails is not tried again, as the next one comes anyway.
  const crontab = Object.entries(schedule)
    .map(([name, times]) => `${times} ${name} ?max=1`)
    .join('\n');
  const runner = await run({ pgPool: pool(), taskList, crontab, concurrency: 4, pollInterval: 1_000 });
  const stop = new AbortController();
  const going = rounds.map((round) => keepGoing(round, stop.signal));
  await runner.promise.finally(() => stop.abort());
  await Promise.all(going);
}

/** Does the jobs that are due, those that they add, and ends; for tests. The error of a job that fails goes to `failed`. */
export async function runDueJobs(tasks: Partial<Tasks>, failed: (error: unknown) => void): Promise<void> {
  const events = new EventEmitter() as WorkerEvents;
  events.on('job:error', ({ error }) => failed(error));
  const logger = new Logger(() => () => {});
  await runOnce({ pgPool: pool(), taskList: taskListOf(tasks), events, logger });
}

/**
 * Gives the jobs of workers that died back to those that live: a killed worker cannot unlock what it held, and graphile-worker itself
 * waits four hours. No task of ours runs for minutes, and each rechecks the state before it acts.
 */
export async function freeStuckJobs(): Promise<void> {
  await prisma().$executeRaw`SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by))
    FROM graphile_worker._private_jobs WHERE locked_at < now() - interval '3 minutes' HAVING count(*) > 0`;
}
