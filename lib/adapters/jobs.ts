import { prisma, type Tx } from '@/lib/adapters/database';
import { Prisma } from '@/prisma/generated/client';

/**
 * Every kind of job by its name in the queue, with the payload that `addJob` takes and that its entry in worker/tasks.ts is given. A job
 * may wait through an upgrade: what a payload gains is optional.
 */
export interface Jobs {
  close_room: { appointmentId: string };
  end_call_of_person: { appointmentId: string; personId: string };
  end_calls_of_person: { personId: string };
  end_calls_of_session: { sessionId: string; personId: string };
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
  /** The password was changed. */
  send_password_mail: { personId: string };
  sweep_account_links: Empty;
  sweep_sessions: Empty;
  sweep_rooms: Empty;
  free_stuck_jobs: Empty;
}

export type Empty = Record<string, never>;

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
