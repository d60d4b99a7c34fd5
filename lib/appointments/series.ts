import { prisma, type Tx } from '@/lib/adapters/database';
import { type PlannedVisit, planVisits, rhythmOf, sameDay } from '@/lib/appointments/recurrence';
import { type BookingInput, MOST_VISITS, type Repeat } from '@/lib/appointments/schema';
import { mayBook } from '@/lib/appointments/transitions';
import { type JudgedVisit, judge } from '@/lib/appointments/verdicts';
import { type AppointmentView, ofManager, toManaged, view } from '@/lib/appointments/views';
import type { Hours } from '@/lib/availability/policy';
import { busyTimes, findHours } from '@/lib/availability/queries';
import type { Actor } from '@/lib/platform/actor';
import { type Result, refuse } from '@/lib/platform/problems';

/** A series that is asked for. */
export type SeriesInput = BookingInput & { repeat: Repeat };
type SeriesTimes = Omit<SeriesInput, 'reason'>;

interface PlannedSeries {
  rule: string;
  localStart: string;
  zone: string;
  /** Those that are left out stand apart. */
  visits: PlannedVisit[];
  leftOut: PlannedVisit[];
}

/** The visits that a request for a series means, or why they are too few or too many. */
export function planSeries({ startsAt, repeat }: SeriesTimes, { zone }: Hours): Result<{ plan: PlannedSeries }> {
  const { visits: all, ...rule } = planVisits(repeat, Date.parse(startsAt), zone);
  if (all.length > MOST_VISITS) return refuse('series_too_long');
  const isLeftOut = ({ start }: PlannedVisit) =>
    repeat.except.some((instant) => sameDay(Date.parse(instant), start, zone));
  const visits = all.filter((visit) => !isLeftOut(visit));
  if (all.length < 2 || visits.length === 0) return refuse('series_too_short');
  return { ok: true, plan: { ...rule, zone, visits, leftOut: all.filter(isLeftOut) } };
}

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
  const busy = await busyTimes({ doctorId: input.doctorId, patientId, ...span }, tx);
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

/** What a request for a series would come to now, for whoever may book it. */
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

/** The series that an appointment belongs to, with its visits that the actor may see; null where it belongs to none. */
export async function findSeriesOf(actor: Actor, { seriesId }: Pick<AppointmentView, 'seriesId'>) {
  if (!seriesId) return null;
  const [visits, row] = await Promise.all([
    findSeries(actor, seriesId),
    prisma().appointmentSeries.findUnique({ where: { id: seriesId }, select: { rule: true } }),
  ]);
  return row && visits.length > 0 ? { id: seriesId, visits, ...rhythmOf(row.rule) } : null;
}

/** The visits of a series that an actor may see, by start: a party's own, and all at the front desk, without reasons. */
export async function findSeries(actor: Actor, seriesId: string, tx: Tx = prisma()): Promise<AppointmentView[]> {
  const rows = await tx.appointment.findMany({
    where: { AND: [{ seriesId }, ofManager(actor)] },
    select: view,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => toManaged(actor, row));
}
