import 'server-only';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { reader } from '@/components/appointments/words/words';
import { zoneCity } from '@/lib/appointments/when';
import { draftOf, readDraft } from '@/lib/availability/draft';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { HoursEditor } from './hours-editor';
import { hoursWords } from './hours-words';
import { preview as previewOf } from './preview.server';
import type { PreviewHours, SaveHours } from './use-hours';

interface WorkingHoursProps {
  actor: Actor;
  save: SaveHours;
  preview: PreviewHours;
}

/** A doctor's own working hours to edit, and what patients see by them. */
export async function WorkingHours({ actor, save, preview }: WorkingHoursProps) {
  const [t, to, hours] = await Promise.all([getTranslations('hours'), reader(actor), findHours(actor.id)]);
  if (!hours) notFound();
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: actor.zone });
  const draft = draftOf(hours, today);
  const read = readDraft(draft, hours.revision);
  return (
    <div className="mx-auto grid max-w-400 gap-5 px-4 py-6 text-sm sm:px-6">
      <div className="grid gap-1">
        <h1>{t('title')}</h1>
        <p className="text-ink-2">{t('zone', { city: zoneCity(to.zone, to.locale), zone: to.zone })}</p>
      </div>
      <HoursEditor
        saved={draft}
        revision={hours.revision}
        today={today}
        firstPreview={read.ok ? await previewOf(actor, read.input) : []}
        save={save}
        preview={preview}
        words={await hoursWords(to.locale)}
      />
    </div>
  );
}
