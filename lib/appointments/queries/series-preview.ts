import { mayBook } from '@/lib/appointments/policy';
import { judgeSeries } from '@/lib/appointments/queries/judged-series';
import type { PlannedVisit } from '@/lib/appointments/recurrence';
import { planSeries, type SeriesTimes } from '@/lib/appointments/series-plan';
import type { JudgedVisit } from '@/lib/appointments/verdicts';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { type Result, refuse } from '@/lib/platform/problems';

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
