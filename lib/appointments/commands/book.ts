import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { emailConfirmed } from '@/lib/accounts/queries';
import { prisma, type Tx } from '@/lib/adapters/database';
import { auditState, expireAt, settle } from '@/lib/appointments/commands/write';
import { findManaged } from '@/lib/appointments/queries';
import type { AppointmentJson, BookingInput } from '@/lib/appointments/schema';
import { toJson } from '@/lib/appointments/views';
import { type Hours, slotAt } from '@/lib/availability/policy';
import { assertHours, findHours, HoursChanged } from '@/lib/availability/queries';
import { tellOfAppointment } from '@/lib/notifications/commands/tell';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { type Problem, type Result, refuse } from '@/lib/platform/problems';

export type Booked = Result<{ appointment: AppointmentJson }>;

/**
 * Books a visit. A patient's is a request at one of the doctor's free slots; the doctor's own, and the front desk's, is confirmed at
 * once and may stand outside the hours. With an idempotency key a repeated request answers what the first one did.
 */
export async function bookAppointment(
  actor: Actor,
  input: BookingInput,
  { key, now = new Date() }: { key?: string; now?: Date } = {},
): Promise<Booked> {
  const hours = await findHours(input.doctorId);
  if (!hours) return refuse('doctor_not_found');
  const patientId = await patientOf(actor, input);
  if (typeof patientId !== 'string') return patientId;
  const known = key ? await answered(actor, key, input) : null;
  if (known) return known;
  const refusal = timeRefusal(actor, input, hours, now);
  if (refusal) return refusal;
  const id = uuidv7();
  const booked = await settle(() =>
    prisma().$transaction(async (tx) => {
      if (!(await emailConfirmed(tx, actor))) return refuse('email_not_confirmed');
      await insert(tx, actor, { id, input, patientId, minutes: hours.slotMinutes }, now);
      await assertHours(tx, input.doctorId, hours.revision);
      if (!key) return null;
      // The answer is kept before it is given, so that of two equal requests at once the second waits here and answers the same.
      const appointment = await readBack(actor, id, tx, now);
      const { count } = await tx.bookingKey.createMany({
        data: { personId: actor.id, key, bodyHash: hashOf(input), response: appointment },
        skipDuplicates: true,
      });
      if (count === 0) throw new AnsweredMeanwhile();
      return appointment;
    }),
  ).catch((error) => {
    if (error instanceof AnsweredMeanwhile) return 'answered' as const;
    if (error instanceof HoursChanged) return 'other_hours' as const;
    throw error;
  });
  if (booked === 'other_hours') return bookAppointment(actor, input, { key, now });
  if (booked === 'answered') return (await answered(actor, key ?? '', input)) ?? refuse('slot_taken');
  if (booked && 'ok' in booked) {
    // Taken perhaps by this very request, sent twice: then it has its answer by now.
    return (key && (await answered(actor, key, input))) || booked;
  }
  return { ok: true, appointment: booked ?? (await readBack(actor, id, prisma(), now)) };
}

class AnsweredMeanwhile extends Error {}

const hashOf = (input: BookingInput) => createHash('sha256').update(JSON.stringify(input)).digest('hex');

/** What a request under this key was answered before, or the refusal when it was another request. */
async function answered(actor: Actor, key: string, input: BookingInput): Promise<Booked | null> {
  const known = await prisma().bookingKey.findUnique({ where: { personId_key: { personId: actor.id, key } } });
  if (!known) return null;
  if (known.bodyHash !== hashOf(input)) return refuse('key_reused');
  return { ok: true, appointment: known.response as AppointmentJson };
}

/** For whom this is: patients book for themselves, doctors with themselves, the front desk for anyone. */
async function patientOf(actor: Actor, { doctorId, patientId }: BookingInput): Promise<string | Problem> {
  if (actor.role === 'patient') return patientId && patientId !== actor.id ? refuse('forbidden') : actor.id;
  if (actor.role === 'doctor' && doctorId !== actor.id) return refuse('forbidden');
  const patient = await prisma().person.findFirst({
    where: { id: patientId ?? actor.id, role: 'PATIENT', disabledAt: null },
    select: { id: true },
  });
  return patient?.id ?? refuse('patient_not_found');
}

function timeRefusal(actor: Actor, { startsAt, visitType }: BookingInput, hours: Hours, now: Date): Problem | null {
  const start = Date.parse(startsAt);
  if (actor.role !== 'patient') return start <= now.getTime() ? refuse('in_the_past') : null;
  const slot = slotAt(hours, start, visitType, now.getTime());
  return typeof slot === 'string' ? refuse(slot) : null;
}

interface NewVisit {
  id: string;
  input: BookingInput;
  patientId: string;
  minutes: number;
}

async function insert(tx: Tx, actor: Actor, { id, input, patientId, minutes }: NewVisit, now: Date) {
  const startsAt = new Date(input.startsAt);
  const row = await tx.appointment.create({
    data: {
      id,
      patientId,
      doctorId: input.doctorId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      visitType: input.visitType === 'video' ? 'VIDEO' : 'IN_PERSON',
      status: actor.role === 'patient' ? 'PENDING' : 'CONFIRMED',
      reason: input.reason,
      createdAt: now,
      updatedAt: now,
    },
  });
  await audit(tx, actor, {
    action: 'appointment_booked',
    subject: { type: 'appointment', id },
    after: auditState(row),
  });
  await tellOfAppointment(tx, null, row);
  if (row.status === 'PENDING') await expireAt(tx, id, startsAt);
}

async function readBack(actor: Actor, id: string, tx: Tx, now: Date): Promise<AppointmentJson> {
  const appointment = await findManaged(actor, id, tx);
  if (!appointment) throw new Error('a visit that was just booked is not there');
  return toJson(appointment, now);
}
