'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { reader } from '@/components/appointments/words/words';
import { nextFreeDays } from '@/components/availability/next-free-days.server';
import type { PreviewDay, Saved } from '@/components/availability/use-hours';
import { inSentence, when } from '@/lib/appointments/when';
import { saveHours } from '@/lib/availability/commands/save-hours';
import { findHours } from '@/lib/availability/queries/hours';
import { type HoursInput, hoursInput } from '@/lib/availability/schema';

/** The free times that patients would see by hours that are being edited; null when the hours cannot be read. */
export async function previewHours(draft: HoursInput): Promise<PreviewDay[] | null> {
  const actor = await pageActor();
  const input = hoursInput.safeParse(draft);
  return actor.role === 'doctor' && input.success ? nextFreeDays(actor, input.data, Date.now()) : null;
}

/** Saves a doctor's hours; a refusal says in words what stands against it. */
export async function saveWorkingHours(draft: HoursInput): Promise<Saved> {
  const actor = await pageActor();
  const t = await getTranslations('hours');
  const input = hoursInput.safeParse(draft);
  if (!input.success) return { kind: 'failed', text: t('unreadable') };
  const saved = await saveHours(actor, input.data);
  if (saved.ok) {
    refresh();
    return { kind: 'saved', revision: saved.revision, text: t('saved') };
  }
  if (saved.code === 'day_off_has_visits' && 'visits' in saved) {
    const [now, to] = [Date.now(), await reader(actor)];
    const visits = saved.visits.map(({ id, patient, startsAt, endsAt }) => ({
      id,
      text: t('visit', { patient, time: when(startsAt.getTime(), endsAt.getTime(), now, inSentence(to)) }),
    }));
    return { kind: 'visits', text: t('dayOffHasVisits'), visits };
  }
  if (saved.code === 'hours_changed') {
    const revision = (await findHours(actor.id))?.revision ?? input.data.revision;
    return { kind: 'changed', revision, text: t('changed') };
  }
  return { kind: 'failed', text: t('failed') };
}
