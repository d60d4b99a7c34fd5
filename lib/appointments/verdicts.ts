import type { VisitType } from '@/lib/appointments/policy';
import type { PlannedVisit } from '@/lib/appointments/recurrence';
import { type Hours, type SlotRefusal, slotAt } from '@/lib/availability/policy';
import type { Role } from '@/lib/platform/actor';
import { type Problem, refuse } from '@/lib/platform/problems';

/** A reason for which a visit of a series cannot stand where the rule puts it. */
export type Hindrance = SlotRefusal | 'taken' | 'does_not_exist' | 'ambiguous';

export interface JudgedVisit extends PlannedVisit {
  /** Null: it can. */
  hindrance: Hindrance | null;
}

interface Circumstances {
  role: Role;
  /** A patient's visit keeps to them. */
  hours: Hours | null;
  visitType: VisitType;
  /** Tells of a start in milliseconds since the epoch whether somebody has another visit then. */
  taken: (start: number) => boolean;
}

/** The hindrance of one visit at `now` (milliseconds since the epoch), or null. A patient's must be one of the doctor's free slots. */
export function judge(
  { start, kind }: PlannedVisit,
  { role, hours, visitType, taken }: Circumstances,
  now: number,
): Hindrance | null {
  if (kind !== 'instant') return kind;
  if (role === 'patient' && hours) {
    const slot = slotAt(hours, start, visitType, now);
    if (typeof slot === 'string') return slot;
  } else if (start <= now) return 'in_the_past';
  return taken(start) ? 'taken' : null;
}

/** The refusal of a series of which some visits cannot stand, with their starts; null when all can. */
export function refusalOf(visits: readonly JudgedVisit[]): Problem | null {
  const hindered = visits.filter(({ hindrance }) => hindrance !== null);
  if (hindered.length === 0) return null;
  const of = (kind: Hindrance) => hindered.filter(({ hindrance }) => hindrance === kind);
  const name = (list: readonly JudgedVisit[]) => ({
    conflicts: list.map(({ start }) => new Date(start).toISOString()),
  });
  const [skipped, ambiguous] = [of('does_not_exist'), of('ambiguous')];
  if (skipped.length > 0) return refuse('series_time_skipped', name(skipped));
  if (ambiguous.length > 0) return refuse('series_time_ambiguous', name(ambiguous));
  return refuse('series_collision', name(hindered));
}
