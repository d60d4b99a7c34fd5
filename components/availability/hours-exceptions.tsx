'use client';

import { CalendarPlus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useTell } from '@/components/ui/news';
import type { DraftDay, DraftProblems } from '@/lib/availability/draft';
import { HoursDay, newId } from './hours-day';

interface HoursExceptionsProps {
  days: DraftDay[];
  /** ISO date: days before it are over. */
  today: string;
  problems: DraftProblems;
  change: (days: DraftDay[]) => void;
}

/** Days that differ from the week: other hours, or none at all. */
export function HoursExceptions({ days, today, problems, change }: HoursExceptionsProps) {
  const t = useTranslations('hours');
  const tell = useTell();
  const add = useId();
  const replace = (next: DraftDay) => change(days.map((day) => (day.id === next.id ? next : day)));
  return (
    <section aria-labelledby="exceptions" className="grid gap-3">
      <h2 id="exceptions">{t('exceptions')}</h2>
      <p className="text-ink-2">{t('exceptionsHint')}</p>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {days.map((day, index) => {
          const problem = problems[day.id];
          const name = day.date || t('dayWithoutDate', { number: index + 1 });
          return (
            <li key={day.id} className="grid content-start gap-2 rounded-m border border-line bg-card p-3">
              <div className="flex items-end gap-2">
                <div className="grid flex-1 gap-1">
                  <label htmlFor={`date-${day.id}`} className="font-semibold">
                    {t('date')}
                  </label>
                  <input
                    id={`date-${day.id}`}
                    type="date"
                    min={today}
                    value={day.date}
                    aria-invalid={problem ? true : undefined}
                    aria-describedby={problem ? `problem-${day.id}` : undefined}
                    onChange={(event) => replace({ ...day, date: event.target.value })}
                    className="field min-h-11"
                  />
                </div>
                <button
                  type="button"
                  onClick={() => {
                    change(days.filter((other) => other.id !== day.id));
                    tell({ text: t('removed', { what: name }), focus: add });
                  }}
                  className="grid size-11 place-items-center rounded-full text-ink-2 hover:bg-wash"
                >
                  <Trash2 aria-hidden className="size-4.5" />
                  <span className="sr-only">
                    {t('removeDay')} {name}
                  </span>
                </button>
              </div>
              {problem && (
                <p id={`problem-${day.id}`} className="font-semibold text-no">
                  {t(`problems.${problem}`)}
                </p>
              )}
              <HoursDay
                name={name}
                spans={day.spans}
                problems={problems}
                none={t('dayOff')}
                change={(spans) => replace({ ...day, spans })}
              />
            </li>
          );
        })}
      </ul>
      <button
        id={add}
        type="button"
        onClick={() => change([...days, { id: newId(), date: '', spans: [] }])}
        className="button button-small gap-1.5 justify-self-start px-3"
      >
        <CalendarPlus aria-hidden className="size-4.5" />
        {t('addDay')}
      </button>
    </section>
  );
}
