import { v7 as uuidv7 } from 'uuid';
import { prisma } from '@/lib/adapters/database';
import { lockTimeOf } from '@/lib/availability/commands/take-time';
import { daysOff } from '@/lib/availability/days-off';
import { dateToStored } from '@/lib/availability/hours';
import { type BookedVisit, bookedVisits } from '@/lib/availability/queries/booked-visits';
import { findHours } from '@/lib/availability/queries/hours';
import type { HoursInput } from '@/lib/availability/schema';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { type Problem, refuse } from '@/lib/platform/problems';
import type { VisitType } from '@/prisma/generated/client';

export type SavedHours =
  | { ok: true; revision: number }
  | Problem
  /** Days off fall on visits: each is to be moved or canceled first. */
  | { ok: false; code: 'day_off_has_visits'; visits: BookedVisit[] }
  | { ok: false; code: 'hours_changed' };

const stored = (types: readonly string[]) => types.map((type) => type.toUpperCase() as VisitType);

/** Replaces a doctor's own hours. A new day off over booked visits is refused with the list of them. */
export async function saveHours(actor: Actor, input: HoursInput): Promise<SavedHours> {
  if (actor.role !== 'doctor') return refuse('forbidden');
  const before = await findHours(actor.id);
  if (!before) return refuse('doctor_not_found');
  const { revision, weekly, exceptions, ...lengths } = input;
  const doctorId = actor.id;
  const spans = weekly.flatMap((day, index) =>
    day.map((span) => ({ ...span, id: uuidv7(), doctorId, weekday: index + 1, visitTypes: stored(span.visitTypes) })),
  );
  const days = Object.entries(exceptions).flatMap(([date, list]) =>
    (list.length ? list : [{ startMinute: null, endMinute: null, visitTypes: [] }]).map((span) => ({
      ...span,
      id: uuidv7(),
      doctorId,
      date: dateToStored(date),
      visitTypes: stored(span.visitTypes),
    })),
  );
  return prisma().$transaction(async (tx) => {
    await lockTimeOf(tx, doctorId);
    const visits: BookedVisit[] = [];
    for (const { start, end } of daysOff(exceptions, before)) {
      visits.push(...(await bookedVisits(actor, new Date(start), new Date(end), tx)));
    }
    if (visits.length > 0) return { ok: false, code: 'day_off_has_visits', visits } as const;
    const { count } = await tx.doctor.updateMany({
      where: { personId: doctorId, hoursRevision: revision },
      data: { ...lengths, hoursRevision: { increment: 1 } },
    });
    if (count === 0) return { ok: false, code: 'hours_changed' } as const;
    await tx.workingSpan.deleteMany({ where: { doctorId } });
    await tx.dayException.deleteMany({ where: { doctorId } });
    await tx.workingSpan.createMany({ data: spans });
    await tx.dayException.createMany({ data: days });
    await audit(tx, actor, {
      action: 'hours_changed',
      subject: { type: 'person', id: doctorId },
      before: { ...before, exceptions: Object.fromEntries(before.exceptions) } as never,
      after: input as never,
    });
    return { ok: true, revision: revision + 1 } as const;
  });
}
