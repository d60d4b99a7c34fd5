import { z } from 'zod';

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

/** The answer to a change of one, or of several visits of a series: the one that was named, and all that changed with it. */
export const changedJson = appointmentJson.extend({
  series: z.object({ id: z.uuid(), appointments: z.array(appointmentJson) }).optional(),
});

export type ChangedJson = z.infer<typeof changedJson>;

/** A page of appointments. */
export const appointmentPage = z.object({ items: z.array(appointmentJson), nextCursor: z.string().nullable() });
