'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { refusalText } from '@/components/appointments/words/refusal.server';
import { reader } from '@/components/appointments/words/words';
import type { RepeatChoice, RepeatPreview } from '@/components/booking/repeat-choice';
import { readRepeat, sayPreview } from '@/components/booking/repeat-preview.server';
import type { Sent } from '@/components/ui/use-send';
import { bookAppointment } from '@/lib/appointments/commands/book';
import { bookingInput, idempotencyKey } from '@/lib/appointments/schema/booking';
import { jsonAnswer } from '@/lib/appointments/views/json';
import { SLOT_REFUSALS } from '@/lib/availability/policy';
import type { ProblemCode } from '@/lib/platform/problem-status';
import { settings } from '@/lib/platform/settings';

/** Refusals that another time would answer. */
const ABOUT_TIME: readonly ProblemCode[] = ['slot_taken', ...SLOT_REFUSALS];

/** Books a visit for the patient who is signed in; repeated with the same key it books once. */
export async function bookVisit(input: unknown, key: unknown): Promise<Sent> {
  const actor = await pageActor('/book');
  const booking = bookingInput.omit({ repeat: true }).safeParse(input);
  if (!booking.success) {
    const [t, slots] = await Promise.all([getTranslations('booking'), getTranslations('slots')]);
    const field = String(booking.error.issues[0]?.path[0] ?? '');
    const long = booking.error.issues.some(({ code }) => code === 'too_big');
    if (field === 'reason') return { ok: false, field, text: t(long ? 'tooLong' : 'missingReason') };
    return { ok: false, field: 'startsAt', text: slots('missing') };
  }
  const { repeat: choice } = Object(input);
  const read = await readRepeat(choice);
  if (!read.ok) return { ...read, field: 'repeat' };
  const { repeat } = read;
  const sentKey = idempotencyKey.safeParse(key);
  const now = new Date();
  const answer = jsonAnswer(now, settings());
  const result = await bookAppointment(actor, { ...booking.data, repeat }, { key: sentKey.data, answer }, now);
  const done = repeat ? 'booked_series' : 'booked';
  if (result.ok) return { ok: true, href: `/appointments/${result.appointment.id}?done=${done}` };
  // The page shows what is free now.
  refresh();
  const field = ABOUT_TIME.includes(result.code) ? 'startsAt' : repeat && 'repeat';
  return { ok: false, field, text: await refusalText(result, await reader(actor)) };
}

/** The dates that a visit would have if it repeated, and what stands against them, for the patient who is signed in. */
export async function previewVisits(input: unknown, choice: RepeatChoice): Promise<RepeatPreview> {
  const actor = await pageActor('/book');
  const asked = bookingInput.omit({ reason: true, repeat: true }).safeParse(input);
  const read = await readRepeat(choice);
  if (!read.ok) return read;
  const { repeat } = read;
  if (!asked.success || !repeat || actor.role !== 'patient') {
    return { ok: false, text: await refusalText({ ok: false, code: 'forbidden' }) };
  }
  return sayPreview(actor, { input: { ...asked.data, repeat }, patientZone: actor.zone }, new Date());
}
