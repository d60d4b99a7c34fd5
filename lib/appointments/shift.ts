import { localAt, type PlannedVisit, resolve, type Twice } from '@/lib/appointments/recurrence';

/**
 * The visit at `start` after another of its series went from `from` to `to`: moved by as many days and as much time, on the wall
 * clock of `zone` (IANA). Instants in milliseconds since the epoch.
 */
export function shifted(start: number, move: { from: number; to: number }, zone: string, twice: Twice): PlannedVisit {
  const by = localAt(move.from, zone).until(localAt(move.to, zone), { largestUnit: 'day' });
  return resolve(localAt(start, zone).add(by), zone, twice);
}
