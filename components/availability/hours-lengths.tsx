'use client';

import { useTranslations } from 'next-intl';
import type { Draft, DraftProblems } from '@/lib/availability/draft';

const FIELDS = [
  { name: 'slot', unit: 'minutes' },
  { name: 'pause', unit: 'minutes' },
  { name: 'notice', unit: 'hours' },
  { name: 'horizon', unit: 'days' },
] as const;

interface HoursLengthsProps {
  draft: Draft;
  problems: DraftProblems;
  change: (name: (typeof FIELDS)[number]['name'], value: string) => void;
}

/** Fields for the length of a visit, the break after it, and how late and how early patients may book. */
export function HoursLengths({ draft, problems, change }: HoursLengthsProps) {
  const t = useTranslations('hours');
  return (
    <section aria-labelledby="lengths" className="grid gap-3">
      <h2 id="lengths">{t('lengths')}</h2>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {FIELDS.map(({ name, unit }) => {
          const problem = problems[name];
          return (
            <div key={name} className="grid content-start gap-1">
              <label htmlFor={name} className="font-semibold">
                {t(name)}
              </label>
              <div className="flex items-center gap-2">
                <input
                  id={name}
                  inputMode="decimal"
                  autoComplete="off"
                  value={draft[name]}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={`${name}-unit${problem ? ` ${name}-problem` : ''}`}
                  onChange={(event) => change(name, event.target.value)}
                  className="field min-h-11 w-24 tabular-nums"
                />
                <span id={`${name}-unit`} className="text-ink-2">
                  {t(unit)}
                </span>
              </div>
              {problem && (
                <p id={`${name}-problem`} className="font-semibold text-no">
                  {t(`problems.${problem}`)}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
