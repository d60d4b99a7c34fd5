import { z } from 'zod';
import { revisionInput } from '@/lib/platform/schema';

/** Body of POST /api/appointments/<id>/hand-over: the doctor who is to have it. The front desk's. */
export const appointmentHandOver = z.object({ revision: revisionInput, doctorId: z.uuid() });

/** The most visits that one hand-over takes. */
export const MOST_IN_HAND_OVER = 200;

/** Several visits that one doctor is to have, each at the revision that was seen. */
export const handOverInput = z.object({
  doctorId: z.uuid(),
  visits: z
    .array(z.object({ id: z.uuid(), revision: revisionInput }))
    .min(1)
    .max(MOST_IN_HAND_OVER),
});

export type HandOverInput = z.infer<typeof handOverInput>;
