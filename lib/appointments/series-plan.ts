import { type PlannedVisit, planVisits, sameDay } from '@/lib/appointments/recurrence';
import { type BookingInput, MOST_IN_SERIES, type Repeat } from '@/lib/appointments/schema/booking';
import type { Hours } from '@/lib/availability/policy';
import { type Result, refuse } from '@/lib/platform/problems';

/** A series that is asked for. */
export type SeriesInput = BookingInput & { repeat: Repeat };

/** The times of a series, which can be looked at before there is a reason to write down. */
export type SeriesTimes = Omit<SeriesInput, 'reason'>;

interface PlannedSeries {
  rule: string;
  localStart: string;
  zone: string;
  /** Those that are left out stand apart. */
  visits: PlannedVisit[];
  leftOut: PlannedVisit[];
}

/** The visits of a series that is asked for, or the refusal of too few or too many. */
export function planSeries({ startsAt, repeat }: SeriesTimes, { zone }: Hours): Result<{ plan: PlannedSeries }> {
  const { visits: all, ...rule } = planVisits(repeat, startsAt.getTime(), zone);
  if (all.length > MOST_IN_SERIES) return refuse('series_too_long');
  const isLeftOut = ({ start }: PlannedVisit) =>
    repeat.except.some((instant) => sameDay(instant.getTime(), start, zone));
  const visits = all.filter((visit) => !isLeftOut(visit));
  if (all.length < 2 || visits.length === 0) return refuse('series_too_short');
  return { ok: true, plan: { ...rule, zone, visits, leftOut: all.filter(isLeftOut) } };
}
