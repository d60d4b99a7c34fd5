import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '@/lib/adapters/database';
import { expireAt } from '@/lib/appointments/commands/jobs';
import { auditState, type Changed } from '@/lib/appointments/commands/write';
import { judgeSeries } from '@/lib/appointments/queries/judged-series';
import type { BookingInput } from '@/lib/appointments/schema/booking';
import { planSeries, type SeriesInput } from '@/lib/appointments/series-plan';
import { refusalOf } from '@/lib/appointments/verdicts';
import { toManaged } from '@/lib/appointments/views/redaction';
import type { AppointmentView, Row } from '@/lib/appointments/views/select';
import { lockTimeOf } from '@/lib/availability/commands/take-time';
import type { Hours } from '@/lib/availability/policy';
import { tell, tellingsOf } from '@/lib/notifications/commands/tell';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import type { Problem } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

/** `series`: all visits of a series, of which `appointment` is the first. */
export type Booked = Extract<Changed, { ok: true }>;

interface NewVisit {
  input: BookingInput;
  doctor: AppointmentView['doctor'];
  patient: AppointmentView['patient'];
  hours: Hours;
}

/** Writes one visit at the time that was asked for. */
export async function insertVisit(tx: Tx, actor: Actor, visit: NewVisit, now: Date): Promise<Booked> {
  const [appointment] = await insertAt([visit.input.startsAt.getTime()], tx, actor, visit, { seriesId: null, now });
  return { ok: true, appointment };
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
): Promise<Booked | Problem> {
  const { input, doctor, patient, hours } = visit;
  const planned = planSeries(input, hours);
  if (!planned.ok) return planned;
  const { rule, zone, localStart, visits } = planned.plan;
  await lockTimeOf(tx, doctor.id, patient.id);
  const refusal = refusalOf(await judgeSeries(actor, { input, patientId: patient.id, hours }, visits, now, tx));
  if (refusal) return refusal;
  const seriesId = uuidv7();
  await tx.appointmentSeries.create({
    data: { id: seriesId, rule, zone, localStart: new Date(`${localStart}Z`), createdById: actor.id, createdAt: now },
  });
  const starts = visits.map(({ start }) => start);
  const series = await insertAt(starts, tx, actor, visit, { seriesId, now });
  return { ok: true, appointment: series[0], series };
}

/** Writes visits that start at these instants, with their audit entries, what their people are told and their jobs. */
async function insertAt(
  starts: number[],
  tx: Tx,
  actor: Actor,
  { input, doctor, patient, hours }: NewVisit,
  { seriesId, now }: { seriesId: string | null; now: Date },
): Promise<[AppointmentView, ...AppointmentView[]]> {
  const rows = starts.map(
    (start) =>
      ({
        id: uuidv7(),
        patientId: patient.id,
        doctorId: doctor.id,
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
      }) as const,
  );
  for (const row of rows) {
    await audit(tx, actor, {
      action: 'appointment_booked',
      subject: { type: 'appointment', id: row.id },
      after: { ...auditState(row), ...(seriesId && { series: seriesId }) },
    });
    if (row.status === 'PENDING') await expireAt(tx, row.id, row.startsAt);
  }
  await tell(
    tx,
    rows.flatMap((row) => tellingsOf(null, row)),
  );
  // Last: from here to the end of the transaction whoever books with the same people waits.
  for (const data of rows) await tx.appointment.create({ data, select: { id: true } });
  const { specialty, ...person } = doctor;
  const more = { doctor: { specialty, person }, patient, proposedEndsAt: null, closingNote: null };
  const views = rows.map(({ doctorId, patientId, createdAt, ...row }): AppointmentView => {
    const whole: Row = { ...row, ...more };
    return toManaged(actor, whole, settings());
  });
  return views as [AppointmentView, ...AppointmentView[]];
}
