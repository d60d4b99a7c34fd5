import 'server-only';
import type { VisitType } from '@/lib/appointments/policy';
import { weekOf } from '@/lib/appointments/week';
import type { Reader } from '@/lib/appointments/when';
import type { DoctorView } from '@/lib/availability/queries/doctors';
import { listSlots } from '@/lib/availability/queries/slots';
import type { Actor } from '@/lib/platform/actor';
import { slotDays } from './days';

interface Asked {
  /** ISO date of any day of the week, as it came in the address. */
  from: string | undefined;
  /** The appointment that is to move: what it holds is free for it, and the time that it has now is no other one. */
  except?: { id: string; startsAt: Date };
  /** Only slots that offer this. */
  visitType?: VisitType;
}

export type SlotWeek = Awaited<ReturnType<typeof slotWeek>>;

/** A doctor's free slots of one week for the actor; without a date the week of the next free slot. `now` in milliseconds since the epoch. */
export async function slotWeek(
  actor: Actor,
  doctor: DoctorView,
  { from, except, visitType }: Asked,
  now: number,
  to: Reader,
) {
  const first = doctor.nextFreeAt ? Date.parse(doctor.nextFreeAt) : now;
  const week = weekOf(from, from ? now : first, to.zone);
  const span = { from: new Date(week.from), to: new Date(week.to), except: except?.id };
  const free = (await listSlots(actor, doctor.id, span, new Date(now))) ?? [];
  const slots = free.filter(
    ({ start, visitTypes }) => start !== except?.startsAt.getTime() && (!visitType || visitTypes.includes(visitType)),
  );
  return {
    from: week.from,
    to: week.to,
    days: slotDays(slots, week, now, to, doctor.zone),
    empty: slots.length === 0,
    previous: week.from > now ? week.previous : null,
    next: week.to < doctor.bookable.end ? week.next : null,
    /** When the first of them becomes too near to be booked. */
    holdsUntil: Math.min(...slots.map(({ start }) => now + start - doctor.bookable.start)),
  };
}
