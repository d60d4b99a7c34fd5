import { prisma, type Tx } from '@/lib/adapters/database';
import { applyChanges, type Change, changedMeanwhile } from '@/lib/appointments/commands/change';
import { type Changed, settle } from '@/lib/appointments/commands/write';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import { findSeries } from '@/lib/appointments/queries/series';
import type { Scope } from '@/lib/appointments/schema/change';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { lockTimeOf } from '@/lib/availability/commands/take-time';
import type { Actor } from '@/lib/platform/actor';
import { type Problem, refuse } from '@/lib/platform/problems';

interface SeriesChange {
  /** The visit that the actor saw, at the revision that they saw. */
  seen: AppointmentView;
  scope: Scope;
  /**
   * The changes to the visits in scope: the one that was seen, and others that have not begun; or why none can be. It runs while
   * all of them, and their people's time, are locked.
   */
  changes: (visits: AppointmentView[], tx: Tx) => Promise<Change[] | Problem>;
}

class ChangedInBetween extends Error {}

/**
 * Changes several visits of a series alike, all or none, each with its own audit entry and jobs. The one that was seen must be as it
 * was seen; the others are taken as they are once nobody else can change them.
 */
export async function changeSeries(actor: Actor, { seen, scope, changes }: SeriesChange, now: Date): Promise<Changed> {
  const { id, revision } = seen;
  const done = await settle(() =>
    prisma().$transaction(
      async (tx) => {
        const visits = await lockSeries(tx, actor, seen);
        if (visits.find((visit) => visit.id === id)?.revision !== revision) throw new ChangedInBetween();
        const following = (visit: AppointmentView) => scope === 'all' || visit.startsAt >= seen.startsAt;
        const inScope = visits.filter((visit) => visit.id === id || (visit.startsAt > now && following(visit)));
        const list = await changes(inScope, tx);
        if (!Array.isArray(list)) return list;
        const scoped = list.map((change) => ({ ...change, scope }));
        if (!(await applyChanges(tx, actor, scoped, now))) throw new ChangedInBetween();
        return { ok: true, ids: list.map(({ before }) => before.id) } as const;
      },
      // A year of visits, perhaps behind somebody else's.
      { timeout: 20_000 },
    ),
  ).catch((error) => {
    if (error instanceof ChangedInBetween) return null;
    throw error;
  });
  if (done && !done.ok) return done;
  const [appointment, visits] = await Promise.all([findManaged(actor, id), findSeries(actor, seen.seriesId ?? '')]);
  if (!appointment) return refuse('appointment_not_found');
  if (!done) return changedMeanwhile(appointment);
  return { ok: true, appointment, series: visits.filter((visit) => done.ids.includes(visit.id)) };
}

/**
 * The visits of a series as they stay until the transaction ends. First the rows, in the order of their ids, then their people's time: a
 * change of a single visit takes its row before the time, too, so that no two can wait for each other.
 */
async function lockSeries(tx: Tx, actor: Actor, { seriesId }: AppointmentView): Promise<AppointmentView[]> {
  await tx.$queryRaw`SELECT id FROM appointment WHERE series_id = ${seriesId}::uuid ORDER BY id FOR UPDATE`;
  const visits = await findSeries(actor, seriesId ?? '', tx);
  await lockTimeOf(tx, ...visits.flatMap(({ doctor, patient }) => [doctor.id, patient.id]));
  return visits;
}
