'use client';

import type { HoursWords } from './hours-words';
import type { PreviewDay } from './use-hours';

interface HoursPreviewProps {
  days: PreviewDay[];
  /** Whether what is typed can be read; else this still shows what could be read last. */
  readable: boolean;
  words: HoursWords;
}

/** What patients would see by what is typed, saved or not. */
export function HoursPreview({ days, readable, words }: HoursPreviewProps) {
  return (
    <aside aria-labelledby="preview" className="card grid gap-3 p-4 xl:sticky xl:top-4">
      <h2 id="preview">{words.preview}</h2>
      <p className="text-ink-2">{readable ? words.previewHint : words.previewWrong}</p>
      {days.length === 0 ? (
        <p>{words.previewNone}</p>
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
