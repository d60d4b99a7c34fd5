import { z } from 'zod';
import { revisionInput } from '@/lib/platform/schema';

/** The part of a series that a change is for: this visit, this one and those after it, or all; of these, those that it fits and that are to come. */
export const scope = z.enum(['one', 'following', 'all']);

export type Scope = z.infer<typeof scope>;

/** Body of a request that changes an appointment: the revision that it saw, and words for the other side. */
export const appointmentChange = z.object({
  revision: revisionInput,
  scope: scope.default('one'),
  note: z.string().trim().max(1000).optional(),
});

/** Body of POST /api/appointments/<id>/proposal: the doctor's answer to a proposed time. */
export const proposalAnswer = z.object({
  revision: revisionInput,
  scope: scope.default('one'),
  accept: z.boolean(),
});
