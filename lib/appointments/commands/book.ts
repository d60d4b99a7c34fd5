import { emailConfirmed } from '@/lib/accounts/queries/email-confirmed';
import { prisma, type Tx } from '@/lib/adapters/database';
import { AnsweredMeanwhile, answered, keepAnswer } from '@/lib/appointments/commands/booking-key';
import { insertSeries, insertVisits, type NewVisit } from '@/lib/appointments/commands/insert';
import { settle } from '@/lib/appointments/commands/write';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import { findSeries } from '@/lib/appointments/queries/series';
import type { BookingInput } from '@/lib/appointments/schema/booking';
import type { ChangedJson } from '@/lib/appointments/schema/json';
import { mayBook } from '@/lib/appointments/transitions';
import { toChangedJson } from '@/lib/appointments/views/json';
import { assertHours, HoursChanged } from '@/lib/availability/commands/take-time';
import { type Hours, slotAt } from '@/lib/availability/policy';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { type Problem, type Result, refuse } from '@/lib/platform/problems';

export type Booked = Result<{ appointment: ChangedJson }>;

/**
 * Books a visit, or with `repeat` a series, all of it or nothing. A patient's is a request at free slots of the doctor; the doctor's
 * own, and the front desk's, is confirmed at once and may stand outside the hours. With an idempotency key a repeated request answers
 * what the first one did. A series answers its first visit, and all of them under `series`.
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
  const refusal = input.repeat ? null : timeRefusal(actor, input, hours, now);
  if (refusal) return refusal;
  const booked = await settle(() =>
    prisma().$transaction(
      async (tx) => {
        if (!(await emailConfirmed(tx, actor))) return refuse('email_not_confirmed');
        const made = await make(tx, actor, { input, patientId, hours }, now);
        if (!made.ok) return made;
        await assertHours(tx, input.doctorId, hours.revision);
        if (!key) return made;
        const appointment = await readBack(actor, made, tx, now);
        await keepAnswer(tx, actor, key, input, appointment);
        return { ...made, appointment };
      },
      // A year of visits, perhaps behind somebody else's.
      { timeout: input.repeat ? 20_000 : 5_000 },
    ),
  ).catch((error) => {
    if (error instanceof AnsweredMeanwhile) return 'answered' as const;
    if (error instanceof HoursChanged) return 'other_hours' as const;
    throw error;
  });
  if (booked === 'other_hours') return bookAppointment(actor, input, { key, now });
  if (booked === 'answered') return (await answered(actor, key ?? '', input)) ?? refuse('slot_taken');
  // Taken perhaps by this very request, sent twice: then it has its answer by now.
  if (!booked.ok) return (key && (await answered(actor, key, input))) || booked;
  return { ok: true, appointment: booked.appointment ?? (await readBack(actor, booked, prisma(), now)) };
}

/** For whom this is. */
async function patientOf(actor: Actor, input: BookingInput): Promise<string | Problem> {
  if (!mayBook(actor, input)) return refuse('forbidden');
  if (actor.role === 'patient') return actor.id;
  const patient = await prisma().person.findFirst({
    where: { id: input.patientId ?? actor.id, role: 'PATIENT', disabledAt: null },
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

interface Made {
  ids: string[];
  seriesId?: string;
  /** Already read back, where the answer had to be kept. */
  appointment?: ChangedJson;
}

async function make(tx: Tx, actor: Actor, visit: NewVisit, now: Date): Promise<Result<Made>> {
  const { input } = visit;
  const { repeat } = input;
  if (repeat) return insertSeries(tx, actor, { ...visit, input: { ...input, repeat } }, now);
  return { ok: true, ids: await insertVisits(tx, actor, visit, { starts: [Date.parse(input.startsAt)], now }) };
}

async function readBack(actor: Actor, { ids: [id = ''], seriesId }: Made, tx: Tx, now: Date): Promise<ChangedJson> {
  const appointment = await findManaged(actor, id, tx);
  if (!appointment) throw new Error('a visit that was just booked is not there');
  const series = seriesId ? await findSeries(actor, seriesId, tx) : undefined;
  return toChangedJson({ appointment, series }, now);
}
