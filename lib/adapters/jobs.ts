import { EventEmitter } from 'node:events';
import { Logger, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker';
import { pool, prisma, type Tx } from '@/lib/adapters/database';
import { Prisma } from '@/prisma/generated/client';

/**
 * Every kind of job by its name in the queue, with the payload that `addJob` takes and that its entry in worker/tasks.ts is given. A job
 * may wait through an upgrade: what a payload gains is optional.
 */
export interface Jobs {
  close_room: { appointmentId: string };
  end_call_of_person: { appointmentId: string; personId: string };
  end_calls_of_person: { personId: string };
  expire_appointment: { appointmentId: string };
  lapse_proposal: { appointmentId: string };
  /** `role`: the person's in the change itself; unset in jobs of release 0.1.0. */
  send_visit_mail: { appointmentId: string; personId: string; role?: string; news: string };
  send_visits_mail: {
    batchId: string;
    personId: string;
    role?: string;
    news: string;
    /** The visits as they were when there was this to tell; `startsAt` in ISO 8601. */
    visits: { id: string; status: string; startsAt: string; doctorId: string }[];
  };
  send_account_mail: { linkId: string };
  sweep_account_links: Empty;
  sweep_rooms: Empty;
  free_stuck_jobs: Empty;
}

type Empty = Record<string, never>;

interface When {
  /** An instant; unset: at once. */
  runAt?: Date;
  /** A job of the same key that has not run yet is replaced. */
  key?: string;
  maxAttempts?: number;
}

const addition = (name: keyof Jobs, payload: object, { runAt, key, maxAttempts = 25 }: When) =>
  Prisma.sql`graphile_worker.add_job(
    ${name}::text, payload := ${JSON.stringify(payload)}::json, run_at := ${runAt ?? null}::timestamptz,
    job_key := ${key ?? null}::text, max_attempts := ${maxAttempts}::int)`;

/** Adds a job inside the caller's transaction, so that it exists exactly when the change does. */
export async function addJob<Name extends keyof Jobs>(tx: Tx, name: Name, payload: Jobs[Name], when: When = {}) {
  await addJobs(tx, name, [{ payload, when }]);
}

/** Adds several jobs of a kind in one statement, inside the caller's transaction. */
export async function addJobs<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  jobs: { payload: Jobs[Name]; when: When }[],
) {
  if (jobs.length === 0) return;
  await tx.$executeRaw`SELECT ${Prisma.join(jobs.map(({ payload, when }) => addition(name, payload, when)))}`;
}

/** Takes back the jobs that wait under these keys, or would be tried again. */
export async function removeJobs(tx: Tx, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRaw`SELECT graphile_worker.remove_job(key) FROM unnest(${keys}::text[]) AS key`;
}

/** Adds a job if the appointment still is as it was at `revision`, in one statement; false: it changed, and there is no job. */
export async function addJobAtRevision<Name extends 'close_room'>(
  name: Name,
  payload: Jobs[Name],
  revision: number,
  when: When,
): Promise<boolean> {
  const { appointmentId } = payload;
  const added = await prisma().$executeRaw`SELECT ${addition(name, payload, when)}
    FROM appointment WHERE id = ${appointmentId}::uuid AND revision = ${revision}`;
  return added > 0;
}

export type Tasks = { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> };

/** Jobs without a payload that nobody adds, by the five fields of crontab(5) in UTC that say when they run. */
export type Schedule = { [Name in keyof Jobs as Jobs[Name] extends Empty ? Name : never]?: string };

const taskListOf = (tasks: Partial<Tasks>) =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload as never)]),
  ) as TaskList;

/** Runs the worker until its process is told to stop. */
export async function runJobs(tasks: Tasks, schedule: Schedule): Promise<void> {
  const taskList = taskListOf(tasks);
  // max=1: a round that fails is not tried again, as the next one comes anyway.
  const crontab = Object.entries(schedule)
    .map(([name, times]) => `${times} ${name} ?max=1`)
    .join('\n');
  const runner = await run({ pgPool: pool(), taskList, crontab, concurrency: 4, pollInterval: 1_000 });
  await runner.promise;
}

/** Does the jobs that are due and those that they add, and ends; for tests. The error of a job that fails goes to `failed`. */
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
