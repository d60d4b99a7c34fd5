import { emailConfirmed } from '@/lib/accounts/queries/email-confirmed';
import { prisma } from '@/lib/adapters/database';
import { onceUnder } from '@/lib/appointments/commands/booking-key';
import { type Booked, insertSeries, insertVisit } from '@/lib/appointments/commands/insert';
import { settle } from '@/lib/appointments/commands/write';
import { mayBook } from '@/lib/appointments/policy';
import type { BookingInput } from '@/lib/appointments/schema/booking';
import { assertHours, byCurrentHours } from '@/lib/availability/commands/take-time';
import { type Hours, slotAt } from '@/lib/availability/policy';
import { findDoctorHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { type Problem, type Result, refuse } from '@/lib/platform/problems';

interface Request<Answer> {
  /** The idempotency key: a repeated request answers what the first one did. */
  key?: string;
  /** Makes the answer to what was booked; under a key it is kept, as JSON. */
  answer: (booked: Booked) => Answer;
}

/**
 * Books a visit, or with `repeat` a series, all of it or nothing. A patient's is a request at free slots of the doctor; the doctor's
 * own, and the front desk's, is confirmed at once and may stand outside the hours.
 */
export function bookAppointment<Answer extends object>(
  actor: Actor,
  input: BookingInput,
  { key, answer }: Request<Answer>,
  now: Date,
): Promise<Result<{ appointment: Answer }>> {
  return byCurrentHours(async () => {
    const found = await findDoctorHours(input.doctorId);
    if (!found) return refuse('doctor_not_found');
    const { doctor, hours, revision } = found;
    const patient = await patientOf(actor, input);
    if ('ok' in patient) return patient;
    return onceUnder(key, actor, input, async (keep) => {
      const refusal = input.repeat ? null : timeRefusal(actor, input, hours, now);
      if (refusal) return refusal;
      return settle(() =>
        prisma().$transaction(
          async (tx) => {
            if (!(await emailConfirmed(tx, actor))) return refuse('email_not_confirmed');
            const visit = { input, doctor, patient, hours };
            const { repeat } = input;
            const booked = repeat
              ? await insertSeries(tx, actor, { ...visit, input: { ...input, repeat } }, now)
              : await insertVisit(tx, actor, visit, now);
            if (!booked.ok) return booked;
            await assertHours(tx, doctor.id, revision);
            const appointment = answer(booked);
            await keep(tx, appointment);
            return { ok: true, appointment } as const;
          },
          // A year of visits, perhaps behind somebody else's.
          { timeout: input.repeat ? 20_000 : 5_000 },
        ),
      );
    });
  });
}

/** The patient whom a booking is for, or why there is none. */
async function patientOf(actor: Actor, input: BookingInput): Promise<Pick<Actor, 'id' | 'name' | 'zone'> | Problem> {
  if (!mayBook(actor, input)) return refuse('forbidden');
  if (actor.role === 'patient') return { id: actor.id, name: actor.name, zone: actor.zone };
  const patient = await prisma().person.findFirst({
    where: { id: input.patientId ?? actor.id, role: 'PATIENT', disabledAt: null },
    select: { id: true, name: true, zone: true },
  });
  return patient ?? refuse('patient_not_found');
}

function timeRefusal(actor: Actor, { startsAt, visitType }: BookingInput, hours: Hours, now: Date): Problem | null {
  if (actor.role !== 'patient') return startsAt <= now ? refuse('in_the_past') : null;
  const slot = slotAt(hours, startsAt.getTime(), visitType, now.getTime());
  return typeof slot === 'string' ? refuse(slot) : null;
}
