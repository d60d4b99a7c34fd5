'use server';

import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { refusalText } from '@/components/appointments/words/refusal.server';
import { reader } from '@/components/appointments/words/words';
import type { BookForSent, TypedVisit } from '@/components/booking/book-for-form';
import type { RepeatChoice, RepeatPreview } from '@/components/booking/repeat-choice';
import { readRepeat, sayPreview } from '@/components/booking/repeat-preview.server';
import { readTypedTime } from '@/components/booking/typed-time';
import { findPatient } from '@/lib/accounts/queries/patients';
import { bookAppointment } from '@/lib/appointments/commands/book';
import { bookingInput, idempotencyKey } from '@/lib/appointments/schema/booking';
import { jsonAnswer } from '@/lib/appointments/views/json';
import { findHours } from '@/lib/availability/queries/hours';
import { settings } from '@/lib/platform/settings';

/** Books a visit for a patient, confirmed at once, at a time typed by the doctor's clock. */
export async function bookFor(typed: TypedVisit, key: string): Promise<BookForSent> {
  const actor = await pageActor('/book-for');
  const t = await getTranslations('bookFor');
  const booking = bookingInput.omit({ startsAt: true, repeat: true }).safeParse(typed);
  if (!booking.success) {
    const field = String(booking.error.issues[0]?.path[0] ?? '');
    return { ok: false, field, text: t(field === 'reason' ? 'missingReason' : 'missing') };
  }
  const hours = await findHours(booking.data.doctorId);
  if (!hours) return { ok: false, text: await refusalText({ ok: false, code: 'doctor_not_found' }) };
  const time = await readTypedTime(typed, hours.zone);
  if (!time.ok) return { ...time, field: 'time' };
  const repeat = await readRepeat(typed.repeat);
  if (!repeat.ok) return { ...repeat, field: 'repeat' };
  const input = { ...booking.data, startsAt: new Date(time.instant), repeat: repeat.repeat };
  const now = new Date();
  const request = { key: idempotencyKey.safeParse(key).data, answer: jsonAnswer(now, settings()) };
  const result = await bookAppointment(actor, input, request, now);
  if (result.ok) return { ok: true, href: `/appointments/${result.appointment.id}` };
  const aboutTime = result.code === 'slot_taken' || result.code === 'in_the_past';
  const field = aboutTime ? 'time' : repeat.repeat && 'repeat';
  const to = { ...(await reader(actor)), zone: hours.zone };
  return { ok: false, field, text: result.code === 'slot_taken' ? t('taken') : await refusalText(result, to) };
}

/** Every date that such a visit would have if it repeated, and what stands in its way. The doctor's own and the front desk's. */
export async function previewFor(typed: TypedVisit, choice: RepeatChoice): Promise<RepeatPreview> {
  const actor = await pageActor('/book-for');
  const asked = bookingInput.omit({ startsAt: true, repeat: true, reason: true }).safeParse(typed);
  const repeat = await readRepeat(choice);
  if (!repeat.ok) return repeat;
  const patient = asked.data?.patientId ? await findPatient(actor, asked.data.patientId) : null;
  const hours = asked.success ? await findHours(asked.data.doctorId) : null;
  if (!asked.success || !repeat.repeat || !patient || !hours) {
    return { ok: false, text: await refusalText({ ok: false, code: 'patient_not_found' }) };
  }
  const time = await readTypedTime(typed, hours.zone);
  if (!time.ok) return { ok: false, text: time.text };
  const input = { ...asked.data, startsAt: new Date(time.instant), repeat: repeat.repeat };
  return sayPreview(actor, { input, patientZone: patient.zone }, new Date());
}
