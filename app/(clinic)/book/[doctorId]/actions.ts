'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { refusalText } from '@/components/appointments/words/refusal.server';
import { reader } from '@/components/appointments/words/words';
import type { RepeatPreview } from '@/components/booking/repeat-choice';
import { repeatMissing, sayPreview } from '@/components/booking/repeat-preview.server';
import type { Sent } from '@/components/ui/use-send';
import { bookAppointment } from '@/lib/appointments/commands/book';
import { bookingInput, idempotencyKey } from '@/lib/appointments/schema/booking';
import { type RepeatChoice, repeatBody, seriesTimesInput } from '@/lib/appointments/schema/booking-form';
import { jsonAnswer } from '@/lib/appointments/views/json';
import { SLOT_REFUSALS } from '@/lib/availability/policy';
import type { ProblemCode } from '@/lib/platform/problem-status';
import { settings } from '@/lib/platform/settings';

/** Refusals that another time would answer. */
const ABOUT_TIME: readonly ProblemCode[] = ['slot_taken', ...SLOT_REFUSALS];

/** Books a visit for the patient who is signed in; repeated with the same key it books once. */
export async function bookVisit(input: unknown, key: unknown): Promise<Sent> {
  const actor = await pageActor();
  const { repeat: choice, ...visit } = Object(input);
  const booking = bookingInput.safeParse({ ...visit, repeat: repeatBody(choice) });
  if (!booking.success) {
    const [t, slots] = await Promise.all([getTranslations('booking'), getTranslations('slots')]);
    const { issues } = booking.error;
    const field = issues[0]?.path[0];
    const long = issues.some(({ code, path }) => code === 'too_big' && path[0] === 'reason');
    if (field === 'reason') return { ok: false, field, text: t(long ? 'tooLong' : 'missingReason') };
    if (field === 'repeat') return { ok: false, field, text: await repeatMissing(choice) };
    return { ok: false, field: 'startsAt', text: slots('missing') };
  }
  const { repeat } = booking.data;
  const sentKey = idempotencyKey.safeParse(key);
  const now = new Date();
  const answer = jsonAnswer(now, settings());
  const result = await bookAppointment(actor, booking.data, { key: sentKey.data, answer }, now);
  const done = repeat ? 'booked_series' : 'booked';
  if (result.ok) return { ok: true, href: `/appointments/${result.appointment.id}?done=${done}` };
  // The page shows what is free now.
  refresh();
  const field = ABOUT_TIME.includes(result.code) ? 'startsAt' : repeat && 'repeat';
  return { ok: false, field, text: await refusalText(result, await reader(actor)) };
}

/** The dates that a visit would have if it repeated, and what stands against them, for the patient who is signed in. */
export async function previewVisits(input: unknown, choice: RepeatChoice): Promise<RepeatPreview> {
  const actor = await pageActor();
  const repeat = repeatBody(choice);
  const asked = seriesTimesInput.safeParse({ ...Object(input), repeat });
  if (repeat && asked.error?.issues.some(({ path }) => path[0] === 'repeat')) {
    return { ok: false, text: await repeatMissing(choice) };
  }
  if (!asked.success || actor.role !== 'patient') {
    return { ok: false, text: await refusalText({ ok: false, code: 'forbidden' }) };
  }
  return sayPreview(actor, { input: asked.data, patientZone: actor.zone }, new Date());
}
