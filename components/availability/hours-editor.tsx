'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { NewsArea } from '@/components/ui/news';
import { SubmitButton } from '@/components/ui/submit-button';
import { HoursDay } from './hours-day';
import { HoursExceptions } from './hours-exceptions';
import { HoursLengths } from './hours-lengths';
import { HoursPreview } from './hours-preview';
import { SaveOutcome } from './save-outcome';
import { type HoursOptions, useHours } from './use-hours';

interface HoursEditorProps extends HoursOptions {
  /** Names of the days, from Monday. */
  weekdays: string[];
  /** ISO date. */
  today: string;
}

/** Working hours by day of the week, and beside them the free times that patients would see. */
export function HoursEditor({ weekdays, today, ...options }: HoursEditorProps) {
  const t = useTranslations('hours');
  const { draft, edit, problems, readable, shown, outcome, saving, submit, discard } = useHours(options);
  const form = useRef<HTMLFormElement>(null);

  // At each try to save, not while the mistakes are put right.
  useEffect(() => {
    if (outcome?.kind === 'failed' || outcome?.kind === 'wrong')
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome]);

  return (
    <div className="grid items-start gap-6 xl:grid-cols-[1fr_236px]">
      <form
        ref={form}
        noValidate
        className="grid min-w-0 gap-6"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <NewsArea quiet>
          <section aria-labelledby="week" className="grid gap-3">
            <h2 id="week">{t('week')}</h2>
            <p className="text-ink-2">{t('weekHint')}</p>
            <ol className="grid grid-cols-[repeat(auto-fill,minmax(128px,1fr))] gap-x-2 gap-y-4">
              {weekdays.map((name, index) => (
                <li key={name} className="grid content-start gap-2">
                  <h3 className="font-semibold">{name}</h3>
                  <HoursDay
                    name={name}
                    spans={draft.weekly[index] ?? []}
                    problems={problems}
                    none={t('off')}
                    change={(spans) =>
                      edit((old) => ({ ...old, weekly: old.weekly.map((day, i) => (i === index ? spans : day)) }))
                    }
                  />
                </li>
              ))}
            </ol>
          </section>
          <HoursLengths
            draft={draft}
            problems={problems}
            change={(name, value) => edit((old) => ({ ...old, [name]: value }))}
          />
          <HoursExceptions
            days={draft.days}
            today={today}
            problems={problems}
            change={(days) => edit((old) => ({ ...old, days }))}
          />
        </NewsArea>
        <SaveOutcome
          outcome={outcome?.kind === 'wrong' && readable ? null : outcome}
          saveOver={submit}
          discard={() => {
            discard();
            // After the render that lets the page go.
            setTimeout(() => location.reload());
          }}
        />
        <SubmitButton pending={saving} busy={t('saving')} look="button-small button-go justify-self-start">
          {t('save')}
        </SubmitButton>
      </form>
      <HoursPreview days={shown} readable={readable} />
    </div>
  );
}
