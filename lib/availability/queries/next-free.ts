import type { Interval } from '@/lib/availability/intervals';
import { bookable, freeSlots, type Hours, type Slot } from '@/lib/availability/policy';
import { heldTimes } from '@/lib/availability/queries/held';
import type { Actor } from '@/lib/platform/actor';

const DAY = 86_400_000;

/** Most doctors have a free slot this soon: what is taken later is read only for the others. */
const SOON = 14 * DAY;

interface Bookable {
  id: string;
  hours: Hours;
}

/** The first slot of each doctor that the actor may book at `now`, by id; none for whoever has none. Two queries, however many they are. */
export async function nextFree(actor: Actor, doctors: readonly Bookable[], now: Date): Promise<Map<string, Slot>> {
  const found = new Map<string, Slot>();
  const start = now.getTime();
  const ends = new Map(doctors.map(({ id, hours }) => [id, bookable(hours, start).end]));
  const soon = start + SOON;
  for (const { from, to } of [
    { from: start, to: soon },
    { from: soon, to: Math.max(...ends.values()) },
  ]) {
    const left = doctors.filter(({ id }) => !found.has(id) && (ends.get(id) ?? 0) > from);
    if (left.length === 0) break;
    const busy = await takenBy(actor, left, from, to);
    for (const { id, hours } of left) {
      const slot = firstFree(hours, busy(id), { from, to: Math.min(to, ends.get(id) ?? 0) }, start);
      if (slot) found.set(id, slot);
    }
  }
  return found;
}

/** The times that are taken in [from, to), by doctor: the doctor's own, and those of a patient who asks. */
async function takenBy(actor: Actor, doctors: readonly Bookable[], from: number, to: number) {
  const patientId = actor.role === 'patient' ? actor.id : undefined;
  const held = await heldTimes({ doctorIds: doctors.map(({ id }) => id), patientId, from, to });
  const own = held.filter((row) => row.patientId === patientId);
  const byDoctor = Map.groupBy(held, (row) => row.doctorId);
  return (id: string): Interval[] => [...own, ...(byDoctor.get(id) ?? [])];
}

/** A day at a time: the slots after the first free one need not be made. */
function firstFree(hours: Hours, busy: readonly Interval[], { from, to }: { from: number; to: number }, now: number) {
  for (let day = from; day < to; day += DAY) {
    const [slot] = freeSlots(hours, busy, day, Math.min(day + DAY, to), now);
    if (slot) return slot;
  }
  return null;
}
