'use server';

import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { refusalText } from '@/components/appointments/words/refusal.server';
import { reader } from '@/components/appointments/words/words';
import type { TypedVisit } from '@/components/booking/book-for-form';
import type { RepeatPreview } from '@/components/booking/repeat-choice';
import { repeatMissing, sayPreview } from '@/components/booking/repeat-preview.server';
import { readTypedTime } from '@/components/booking/typed-time';
import type { TypedSent } from '@/components/booking/use-typed-form';
import { findPatient } from '@/lib/accounts/queries/patients';
import { bookAppointment } from '@/lib/appointments/commands/book';
import { bookingInput, idempotencyKey } from '@/lib/appointments/schema/booking';
import { type RepeatChoice, repeatBody, seriesTimesInput } from '@/lib/appointments/schema/booking-form';
import { jsonAnswer } from '@/lib/appointments/views/json';
import { findHours } from '@/lib/availability/queries/hours';
import { settings } from '@/lib/platform/settings';

/** Books a visit for a patient, confirmed at once, at a time typed by the doctor's clock. */
export async function bookFor(typed: TypedVisit, key: string): Promise<TypedSent> {
  const actor = await pageActor();
  const t = await getTranslations('bookFor');
  const { hours, time, body } = await readTyped(typed, Object(typed).repeat);
  const booking = bookingInput.safeParse(body);
  const fields = booking.error?.issues.map(({ path }) => path[0]) ?? [];
  const wrong = fields.find((it) => it !== 'startsAt' && it !== 'repeat');
  if (wrong) return { ok: false, field: String(wrong), text: t(wrong === 'reason' ? 'missingReason' : 'missing') };
  if (!hours) return { ok: false, text: await refusalText({ ok: false, code: 'doctor_not_found' }) };
  if (time && !time.ok) return { ...time, field: 'time' };
  if (!booking.success) return { ok: false, field: 'repeat', text: await repeatMissing(typed.repeat) };
  const now = new Date();
  const request = { key: idempotencyKey.safeParse(key).data, answer: jsonAnswer(now, settings()) };
  const result = await bookAppointment(actor, booking.data, request, now);
  if (result.ok) return { ok: true, href: `/appointments/${result.appointment.id}` };
  const aboutTime = result.code === 'slot_taken' || result.code === 'in_the_past';
  const field = aboutTime ? 'time' : booking.data.repeat && 'repeat';
  const to = { ...(await reader(actor)), zone: hours.zone };
  return { ok: false, field, text: result.code === 'slot_taken' ? t('taken') : await refusalText(result, to) };
}

/** The dates that a visit would have if it repeated, and what stands against them. The doctor's own and the front desk's. */
export async function previewFor(typed: TypedVisit, choice: RepeatChoice): Promise<RepeatPreview> {
  const actor = await pageActor();
  const { time, body } = await readTyped(typed, choice);
  const asked = seriesTimesInput.safeParse(body);
  const fields = asked.error?.issues.map(({ path }) => path[0]) ?? [];
  if (body.repeat && fields.includes('repeat')) return { ok: false, text: await repeatMissing(choice) };
  const complete = fields.every((it) => it === 'startsAt');
  const patient = complete && typed.patientId ? await findPatient(actor, typed.patientId) : null;
  if (patient && time && !time.ok) return { ok: false, text: time.text };
  if (!patient || !asked.success)
    return { ok: false, text: await refusalText({ ok: false, code: 'patient_not_found' }) };
  return sayPreview(actor, { input: asked.data, patientZone: patient.zone }, new Date());
}

/** A typed visit as the body of a booking, still to be parsed: its start is read by the clock of its doctor, whose hours come along. */
async function readTyped(typed: TypedVisit, choice: unknown) {
  const fields: Partial<TypedVisit> = Object(typed);
  const doctorId = bookingInput.shape.doctorId.safeParse(fields.doctorId).data;
  const hours = doctorId ? await findHours(doctorId) : null;
  const time = hours && (await readTypedTime(typed, hours.zone));
  const startsAt = time?.ok ? new Date(time.instant).toISOString() : undefined;
  return { hours, time, body: { ...fields, startsAt, repeat: repeatBody(choice) } };
}
