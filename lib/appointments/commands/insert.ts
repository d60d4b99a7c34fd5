import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/adapters/database';
import { auditState, expireAt } from '@/lib/appointments/commands/write';
import { judgeSeries } from '@/lib/appointments/queries/series-preview';
import type { BookingInput } from '@/lib/appointments/schema/booking';
import { planSeries, type SeriesInput } from '@/lib/appointments/series-plan';
import { refusalOf } from '@/lib/appointments/verdicts';
import { lockTimeOf } from '@/lib/availability/commands/take-time';
import type { Hours } from '@/lib/availability/policy';
import { tell, tellingsOf } from '@/lib/notifications/commands/tell';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import type { Result } from '@/lib/platform/problems';

export interface NewVisit {
  input: BookingInput;
  patientId: string;
  hours: Hours;
}

interface Times {
  starts: number[];
  seriesId?: string;
  now: Date;
}

function rowOf(actor: Actor, { input, patientId, hours }: NewVisit, start: number, { seriesId, now }: Times) {
  return {
    id: uuidv7(),
    patientId,
    doctorId: input.doctorId,
    startsAt: new Date(start),
    endsAt: new Date(start + hours.slotMinutes * 60_000),
    visitType: input.visitType === 'video' ? 'VIDEO' : 'IN_PERSON',
    status: actor.role === 'patient' ? 'PENDING' : 'CONFIRMED',
    reason: input.reason,
    seriesId,
    revision: 1,
    proposedStartsAt: null,
    createdAt: now,
    updatedAt: now,
  } as const;
}

/** Writes visits, with their audit entries, what their people are told and their jobs; answers their ids. */
export async function insertVisits(tx: Tx, actor: Actor, visit: NewVisit, at: Times): Promise<string[]> {
  const rows = at.starts.map((start) => rowOf(actor, visit, start, at));
  for (const row of rows) {
    await audit(tx, actor, {
      action: 'appointment_booked',
      subject: { type: 'appointment', id: row.id },
      after: { ...auditState(row), ...(at.seriesId && { series: at.seriesId }) },
    });
    if (row.status === 'PENDING') await expireAt(tx, row.id, row.startsAt);
  }
  await tell(
    tx,
    rows.flatMap((row) => tellingsOf(null, row)),
  );
  // Last: from here to the end of the transaction whoever books with the same people waits.
  for (const data of rows) await tx.appointment.create({ data, select: { id: true } });
  return rows.map(({ id }) => id);
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
  const starts = visits.map(({ start }) => start);
  return { ok: true, seriesId, ids: await insertVisits(tx, actor, visit, { starts, seriesId, now }) };
}
