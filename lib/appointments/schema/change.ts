import { z } from 'zod';
import { twice } from '@/lib/appointments/schema/twice';

/** The part of a series that a change is for: this visit, this one and those after it, or all; of these, those that it fits and that are to come. */
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

/** The most visits that one hand-over takes. */
export const MOST_IN_HAND_OVER = 200;

/** Several visits that one doctor is to have, each at the revision that was seen. */
export const handOverInput = z.object({
  doctorId: z.uuid(),
  visits: z
    .array(z.object({ id: z.uuid(), revision: z.int().positive() }))
    .min(1)
    .max(MOST_IN_HAND_OVER),
});

export type HandOverInput = z.infer<typeof handOverInput>;
