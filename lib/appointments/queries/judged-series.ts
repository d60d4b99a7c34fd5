import { prisma, type Tx } from '@/lib/adapters/database';
import type { PlannedVisit } from '@/lib/appointments/recurrence';
import type { SeriesTimes } from '@/lib/appointments/series-plan';
import { type JudgedVisit, judge } from '@/lib/appointments/verdicts';
import type { Hours } from '@/lib/availability/policy';
import { heldTimes } from '@/lib/availability/queries/held';
import type { Actor } from '@/lib/platform/actor';

interface Asked {
  input: SeriesTimes;
  patientId: string;
  hours: Hours;
}

/** The visits of a series, each with what stands in its way at `now`. Inside a transaction that locked both people's time it stays so. */
export async function judgeSeries(
  actor: Actor,
  { input, patientId, hours }: Asked,
  visits: readonly PlannedVisit[],
  now: Date,
  tx: Tx = prisma(),
): Promise<JudgedVisit[]> {
  const length = hours.slotMinutes * 60_000;
  const starts = visits.map(({ start }) => start);
  const span = { from: Math.min(...starts), to: Math.max(...starts) + length };
  const busy = await heldTimes({ doctorIds: [input.doctorId], patientId, ...span }, tx);
  const taken = (start: number) => busy.some((held) => held.start < start + length && start < held.end);
  const about = { role: actor.role, hours, visitType: input.visitType, taken };
  return visits.map((visit) => ({ ...visit, hindrance: judge(visit, about, now.getTime()) }));
}
