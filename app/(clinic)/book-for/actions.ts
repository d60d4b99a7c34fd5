'use server';

import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { refusalText } from '@/components/appointments/refusal';
import type { BookForSent, TypedVisit } from '@/components/booking/book-for-form';
import { readTypedTime } from '@/components/booking/typed-time';
import { bookAppointment } from '@/lib/appointments/commands/book';
import { bookingInput, idempotencyKey } from '@/lib/appointments/schema';
import { findHours } from '@/lib/availability/queries';

/** Books a visit for a patient, confirmed at once, at a time typed by the doctor's clock. */
export async function bookFor(typed: TypedVisit, key: string): Promise<BookForSent> {
  const actor = await pageActor('/book-for');
  const t = await getTranslations('bookFor');
  const booking = bookingInput.omit({ startsAt: true }).safeParse(typed);
  if (!booking.success) {
    const field = String(booking.error.issues[0]?.path[0] ?? '');
    return { ok: false, field, text: t(field === 'reason' ? 'missingReason' : 'missing') };
  }
  const hours = await findHours(booking.data.doctorId);
  if (!hours) return { ok: false, text: await refusalText({ ok: false, code: 'doctor_not_found' }) };
  const time = await readTypedTime(typed, hours.zone);
  if (!time.ok) return { ...time, field: 'time' };
  const input = { ...booking.data, startsAt: new Date(time.instant).toISOString() };
  const result = await bookAppointment(actor, input, { key: idempotencyKey.safeParse(key).data });
  if (result.ok) return { ok: true, href: `/appointments/${result.appointment.id}` };
  const field = result.code === 'slot_taken' || result.code === 'in_the_past' ? 'time' : undefined;
  return { ok: false, field, text: result.code === 'slot_taken' ? t('taken') : await refusalText(result) };
}
