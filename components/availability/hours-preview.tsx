'use client';

import { useTranslations } from 'next-intl';
import type { PreviewDay } from './use-hours';

interface HoursPreviewProps {
  days: PreviewDay[];
  /** The draft can be read; else the days are still those of the last one that could. */
  readable: boolean;
}

/** The free times that patients would see by the hours as they are typed, saved or not. */
export function HoursPreview({ days, readable }: HoursPreviewProps) {
  const t = useTranslations('hours');
  return (
    <aside aria-labelledby="preview" className="card grid gap-3 p-4 xl:sticky xl:top-4">
      <h2 id="preview">{t('preview')}</h2>
      <p className="text-ink-2">{t(readable ? 'previewHint' : 'previewWrong')}</p>
      {days.length === 0 ? (
        <p>{t('previewNone')}</p>
      ) : (
        <dl className="grid gap-2.5">
          {days.map(({ label, times }) => (
            <div key={label}>
              <dt className="font-semibold">{label}</dt>
              <dd className="text-ink-2 tabular-nums">{times.join(' · ')}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  );
}
