import { z } from 'zod';
import { appointmentJson } from '@/lib/appointments/schema/json';
import { twice } from '@/lib/appointments/schema/twice';
import { instantInput } from '@/lib/platform/schema';

/** The most visits that a series has. */
export const MOST_IN_SERIES = 52;

/**
 * The repetition of a visit, by the doctor's clock. Monthly: on the same weekday of the month, such as the second Tuesday; a fifth one is the
 * month's last. Ends after `count` visits or with the ISO date `until` (inclusive, by the doctor's calendar).
 */
export const repeatInput = z
  .object({
    frequency: z.enum(['weekly', 'monthly']),
    /** Every so many weeks or months. */
    interval: z.int().min(1).max(12).default(1),
    count: z.int().min(2).max(MOST_IN_SERIES).optional(),
    until: z.iso.date().optional(),
    twice,
    /** Starts to leave out, as a refusal names them in `conflicts`; they count towards `count`. */
    except: z.array(instantInput).max(MOST_IN_SERIES).default([]),
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
  startsAt: instantInput,
  visitType: appointmentJson.shape.visitType,
  reason: z.string().trim().min(1).max(1000),
  repeat: repeatInput.optional(),
});

/** A booking as a body holds it. */
export type BookingBody = z.input<typeof bookingInput>;
export type BookingInput = z.infer<typeof bookingInput>;

/** Header Idempotency-Key of a booking. */
export const idempotencyKey = z.string().min(8).max(200).optional();
