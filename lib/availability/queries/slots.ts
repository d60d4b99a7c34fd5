import { freeSlots, type Hours, type Slot } from '@/lib/availability/policy';
import { heldTimes } from '@/lib/availability/queries/held';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';

/** The slots that the actor may book with a doctor in [from, to) at `now`; null when there is no such doctor to book. */
export async function listSlots(
  actor: Actor,
  doctorId: string,
  { from, to, except }: { from: Date; to: Date; except?: string },
  now: Date,
): Promise<Slot[] | null> {
  const hours = await findHours(doctorId);
  if (!hours) return null;
  const span = { from: from.getTime(), to: to.getTime() };
  const patientId = actor.role === 'patient' ? actor.id : undefined;
  const busy = await heldTimes({ doctorIds: [doctorId], patientId, except, ...span });
  return freeSlots(hours, busy, span.from, span.to, now.getTime());
}

/** The slots that patients would find free in [from, to) at `now` by hours that are not saved yet; the doctor's own. */
export async function previewSlots(actor: Actor, hours: Hours, from: number, to: number, now: number): Promise<Slot[]> {
  const busy = await heldTimes({ doctorIds: [actor.id], from, to });
  return freeSlots(hours, busy, from, to, now);
}
