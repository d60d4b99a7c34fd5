import { z } from 'zod';

export const appointmentId = z.uuid();

const party = z.object({ id: z.uuid(), name: z.string() });

/** An appointment as the API answers it. */
export const appointmentJson = z.object({
  id: z.uuid(),
  roomName: z.string(),
  callUrl: z.url(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  status: z.enum(['pending', 'confirmed', 'declined', 'canceled', 'expired', 'completed', 'no_show']),
  visitType: z.enum(['video', 'in_person']),
  doctor: party,
  patient: party,
  reason: z.string(),
  revision: z.int(),
  /** Of the series that it belongs to. */
  seriesId: z.uuid().nullable(),
  /** Another time that the patient asks for while the visit stays. */
  proposedStartsAt: z.iso.datetime().nullable(),
  canJoin: z.boolean(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
});
export type AppointmentJson = z.infer<typeof appointmentJson>;

/** What a change of one, or of several visits of a series, answers: the one that was named, and all that changed with it. */
export const changedJson = appointmentJson.extend({
  series: z.object({ id: z.uuid(), appointments: z.array(appointmentJson) }).optional(),
});
export type ChangedJson = z.infer<typeof changedJson>;

/** A page of them. */
export const appointmentPage = z.object({ items: z.array(appointmentJson), nextCursor: z.string().nullable() });

const status = appointmentJson.shape.status;

/** Where a page of a list ended; null for what is no cursor of ours. */
export function readCursor(cursor: string): { startsAt: Date; id: string } | null {
  const [instant, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const startsAt = new Date(instant ?? '');
  return id && !Number.isNaN(startsAt.getTime()) && appointmentId.safeParse(id).success ? { startsAt, id } : null;
}

/** Query of GET /api/appointments. `from` (inclusive) and `to` (exclusive) bound the start; `status` may repeat, joined by commas. */
export const appointmentFilter = z
  .object({
    from: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
    to: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
    status: z
      .string()
      .transform((value) => value.split(','))
      .pipe(z.array(status)),
    cursor: z
      .string()
      .max(200)
      .refine((value) => readCursor(value) !== null, 'takes the nextCursor of the page before'),
    limit: z.coerce.number().int().min(1).max(100),
  })
  .partial();
export type AppointmentFilter = z.infer<typeof appointmentFilter>;

const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

/** How many visits a series has at the most. */
export const MOST_VISITS = 52;

/** Which of two is meant where the clocks go back and a time comes twice. */
const twice = z.enum(['first', 'second']).optional();

/**
 * How a visit repeats, by the doctor's clock. Monthly: on the same weekday of the month, such as the second Tuesday; a fifth one is the
 * month's last. Ends after `count` visits or with the ISO date `until` (inclusive, by the doctor's calendar).
 */
export const repeatInput = z
  .object({
    frequency: z.enum(['weekly', 'monthly']),
    /** Every so many weeks or months. */
    interval: z.int().min(1).max(12).default(1),
    count: z.int().min(2).max(MOST_VISITS).optional(),
    until: z.iso.date().optional(),
    twice,
    /** Starts to leave out, as a refusal names them in `conflicts`; they count towards `count`. */
    except: z.array(instant).max(MOST_VISITS).default([]),
  })
  .refine(({ count, until }) => (count === undefined) !== (until === undefined), {
    error: 'takes either count or until',
    path: ['count'],
  });
export type Repeat = z.infer<typeof repeatInput>;

/** Body of POST /api/appointments. `patientId` is for doctors and the front desk; a patient books for themselves. */
export const bookingInput = z.object({
  doctorId: z.uuid(),
  patientId: z.uuid().optional(),
  startsAt: instant,
  visitType: appointmentJson.shape.visitType,
  reason: z.string().trim().min(1).max(1000),
  repeat: repeatInput.optional(),
});
export type BookingInput = z.infer<typeof bookingInput>;

/** How much of a series a change is for: this visit, this one and those after it, or all; of these, those that it fits and that are to come. */
const scope = z.enum(['one', 'following', 'all']);
export type Scope = z.infer<typeof scope>;

/** Body of a request that changes an appointment: the revision that it saw, and words for the other side. */
export const appointmentChange = z.object({
  revision: z.int().positive(),
  scope: scope.default('one'),
  note: z.string().trim().max(1000).optional(),
});

/** Body of POST /api/appointments/<id>/reschedule. With a scope the others move by as much, on the doctor's clock and calendar. */
export const appointmentMove = z.object({
  revision: z.int().positive(),
  scope: scope.default('one'),
  twice,
  startsAt: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
});

/** Body of POST /api/appointments/<id>/proposal: the doctor's answer to a proposed time. */
export const proposalAnswer = z.object({
  revision: z.int().positive(),
  scope: scope.default('one'),
  accept: z.boolean(),
});

/** Body of POST /api/appointments/<id>/hand-over: the doctor who is to have it. The front desk's. */
export const appointmentHandOver = z.object({ revision: z.int().positive(), doctorId: z.uuid() });

/** Several visits that one doctor is to have, each at the revision that was seen. */
export const handOverInput = z.object({
  doctorId: z.uuid(),
  visits: z
    .array(z.object({ id: z.uuid(), revision: z.int().positive() }))
    .min(1)
    .max(200),
});
export type HandOverInput = z.infer<typeof handOverInput>;

/** Header Idempotency-Key of a booking. */
export const idempotencyKey = z.string().min(8).max(200).optional();

/** The filter as it stands in the address, for the API's document. */
export const appointmentFilterInput = z
  .object({
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    status: z.string().meta({ description: 'One or more statuses, joined by commas.' }),
    cursor: z.string(),
    limit: z.int().min(1).max(100),
  })
  .partial();

/** Lists of appointments that have an address of their own: requests that wait for an answer, visits to come, visits that are over. */
export const LIST_VIEWS = ['pending', 'confirmed', 'past'] as const;
export type ListView = (typeof LIST_VIEWS)[number];
