import { bookAppointment as book } from '@/lib/appointments/commands/book';
import { type BookingBody, type BookingInput, bookingInput } from '@/lib/appointments/schema/booking';
import { jsonAnswer } from '@/lib/appointments/views/json';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';

/** Books as POST /api/appointments does: a body in, the JSON of its answer out. */
export function bookAppointment(actor: Actor, body: BookingBody | BookingInput, { key }: { key?: string } = {}) {
  const now = new Date();
  const input = bookingInput.parse(JSON.parse(JSON.stringify(body)));
  return book(actor, input, { key, answer: jsonAnswer(now, settings()) }, now);
}
