import 'server-only';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { reader } from '@/components/appointments/words/words';
import { zoneCity } from '@/lib/appointments/when';
import { draftOf, readDraft } from '@/lib/availability/draft';
import { findHours } from '@/lib/availability/queries/hours';
import type { Actor } from '@/lib/platform/actor';
import { HoursEditor } from './hours-editor';
import { nextFreeDays } from './next-free-days.server';
import type { PreviewHours, SaveHours } from './use-hours';

interface WorkingHoursProps {
  actor: Actor;
  save: SaveHours;
  preview: PreviewHours;
}

/** The names of the days of a week, from Monday, as headings. */
function weekdays(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return [0, 1, 2, 3, 4, 5, 6].map((index) => {
    // The fifth of January 1970 was a Monday.
    const name = format.format(new Date(Date.UTC(1970, 0, 5 + index)));
    return name.charAt(0).toUpperCase() + name.slice(1);
  });
}

/** A doctor's own working hours to edit, and the free times that patients see by them. */
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
        firstPreview={read.ok ? await nextFreeDays(actor, read.input, Date.now()) : []}
        save={save}
        preview={preview}
        weekdays={weekdays(to.locale)}
      />
    </div>
  );
}
