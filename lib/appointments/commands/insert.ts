import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/adapters/database';
import { auditState, expireAt } from '@/lib/appointments/commands/write';
import type { BookingInput } from '@/lib/appointments/schema';
import { judgeSeries, planSeries, type SeriesInput } from '@/lib/appointments/series';
import { refusalOf } from '@/lib/appointments/verdicts';
import type { Hours } from '@/lib/availability/policy';
import { lockTimeOf } from '@/lib/availability/queries';
import { tellOfAppointment } from '@/lib/notifications/commands/tell';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import type { Result } from '@/lib/platform/problems';

export interface NewVisit {
  input: BookingInput;
  patientId: string;
  hours: Hours;
}

/** Writes one visit, with its audit entry, what its people are told and its jobs; answers its id. */
export async function insertVisit(
  tx: Tx,
  actor: Actor,
  { input, patientId, hours }: NewVisit,
  at: { start: number; seriesId?: string; now: Date },
): Promise<string> {
  const startsAt = new Date(at.start);
  const row = {
    id: uuidv7(),
    patientId,
    doctorId: input.doctorId,
    startsAt,
    endsAt: new Date(at.start + hours.slotMinutes * 60_000),
    visitType: input.visitType === 'video' ? 'VIDEO' : 'IN_PERSON',
    status: actor.role === 'patient' ? 'PENDING' : 'CONFIRMED',
    reason: input.reason,
    seriesId: at.seriesId,
    revision: 1,
    proposedStartsAt: null,
    createdAt: at.now,
    updatedAt: at.now,
  } as const;
  await audit(tx, actor, {
    action: 'appointment_booked',
    subject: { type: 'appointment', id: row.id },
    after: { ...auditState(row), ...(at.seriesId && { series: at.seriesId }) },
  });
  await tellOfAppointment(tx, null, row);
  if (row.status === 'PENDING') await expireAt(tx, row.id, startsAt);
  // Last: from here to the end of the transaction whoever books with the same people waits.
  await tx.appointment.create({ data: row, select: { id: true } });
  return row.id;
}

/**
 * Writes all visits of a series, or refuses with the starts of those that cannot stand. Both people's time is locked first, so that
 * what is free while it looks is free when it writes; the database would refuse an overlap all the same.
 */
export async function insertSeries(
  tx: Tx,
  actor: Actor,
  visit: NewVisit & { input: SeriesInput },
  now: Date,
): Promise<Result<{ seriesId: string; ids: string[] }>> {
  const { input, patientId, hours } = visit;
  const planned = planSeries(input, hours);
  if (!planned.ok) return planned;
  const { rule, zone, localStart, visits } = planned.plan;
  await lockTimeOf(tx, input.doctorId, patientId);
  const refusal = refusalOf(await judgeSeries(actor, visit, visits, now, tx));
  if (refusal) return refusal;
  const seriesId = uuidv7();
  await tx.appointmentSeries.create({
    data: { id: seriesId, rule, zone, localStart: new Date(`${localStart}Z`), createdById: actor.id, createdAt: now },
  });
  const ids: string[] = [];
  for (const { start } of visits) ids.push(await insertVisit(tx, actor, visit, { start, seriesId, now }));
  return { ok: true, seriesId, ids };
}
