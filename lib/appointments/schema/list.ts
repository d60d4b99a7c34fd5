import { z } from 'zod';
import { appointmentId } from '@/lib/appointments/schema/id';
import { appointmentJson } from '@/lib/appointments/schema/json';
import { instantInput, isKept } from '@/lib/platform/schema';

export const status = appointmentJson.shape.status;

/** The place where a page of a list ended; null for what is no cursor of ours. */
export function readCursor(cursor: string): { startsAt: Date; id: string } | null {
  const [instant, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const startsAt = new Date(instant ?? '');
  return id && isKept(startsAt.getTime()) && appointmentId.safeParse(id).success ? { startsAt, id } : null;
}

/** Query of GET /api/appointments. `from` (inclusive) and `to` (exclusive) bound the start; `status` may repeat, joined by commas. */
export const appointmentFilter = z
  .object({
    from: instantInput,
    to: instantInput,
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
