import { prisma, type Tx } from '@/lib/adapters/database';
import type { PlannedVisit } from '@/lib/appointments/recurrence';
import { planSeries, type SeriesTimes } from '@/lib/appointments/series-plan';
import { mayBook } from '@/lib/appointments/transitions';
import { type JudgedVisit, judge } from '@/lib/appointments/verdicts';
import type { Hours } from '@/lib/availability/policy';
import { heldTimes } from '@/lib/availability/queries/held';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { type Result, refuse } from '@/lib/platform/problems';

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

interface Preview {
  /** IANA name of the doctor's zone. */
  zone: string;
  visits: JudgedVisit[];
  leftOut: PlannedVisit[];
}

/** The visits that a request for a series would come to now, for whoever may book it. */
export async function previewSeries(actor: Actor, input: SeriesTimes, now: Date): Promise<Result<Preview>> {
  const { doctorId, patientId = actor.id } = input;
  if (!mayBook(actor, input)) return refuse('forbidden');
  const hours = await findHours(doctorId);
  if (!hours) return refuse('doctor_not_found');
  const planned = planSeries(input, hours);
  if (!planned.ok) return planned;
  const { visits, leftOut, zone } = planned.plan;
  return { ok: true, zone, leftOut, visits: await judgeSeries(actor, { input, patientId, hours }, visits, now) };
}
