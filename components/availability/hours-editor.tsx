'use client';

import { useEffect, useRef } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { HoursDay } from './hours-day';
import { HoursExceptions } from './hours-exceptions';
import { HoursLengths } from './hours-lengths';
import { HoursPreview } from './hours-preview';
import type { HoursWords } from './hours-words';
import { Outcome } from './save-outcome';
import { type HoursOptions, useHours } from './use-hours';

interface HoursEditorProps extends HoursOptions {
  words: HoursWords;
  /** ISO date. */
  today: string;
}

/** Working hours by day of the week, and what patients would see beside them. */
export function HoursEditor({ words, today, ...options }: HoursEditorProps) {
  const { draft, edit, problems, readable, shown, outcome, saving, submit, discard } = useHours({ ...options, words });
  const form = useRef<HTMLFormElement>(null);
  const wrong = Object.keys(problems).length;

  // At each try to save, not while the mistakes are put right.
  useEffect(() => {
    if (outcome?.kind === 'failed') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
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
        <section aria-labelledby="week" className="grid gap-3">
          <h2 id="week">{words.week}</h2>
          <p className="text-ink-2">{words.weekHint}</p>
          <ol className="grid grid-cols-[repeat(auto-fill,minmax(128px,1fr))] gap-x-2 gap-y-4">
            {words.weekdays.map((name, index) => (
              <li key={name} className="grid content-start gap-2">
                <h3 className="font-semibold">{name}</h3>
                <HoursDay
                  name={name}
                  spans={draft.weekly[index] ?? []}
                  problems={problems}
                  words={words}
                  none={words.off}
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
          words={words}
          change={(name, value) => edit((old) => ({ ...old, [name]: value }))}
        />
        <HoursExceptions
          days={draft.days}
          today={today}
          problems={problems}
          words={words}
          change={(days) => edit((old) => ({ ...old, days }))}
        />
        <Outcome
          outcome={outcome?.kind === 'failed' && wrong === 0 && outcome.text === words.wrong ? null : outcome}
          words={words}
          saveOver={submit}
          discard={() => {
            discard();
            // After the render that lets the page go.
            setTimeout(() => location.reload());
          }}
        />
        <SubmitButton pending={saving} busy={words.saving} look="button-small button-go justify-self-start">
          {words.save}
        </SubmitButton>
      </form>
      <HoursPreview days={shown} readable={readable} words={words} />
    </div>
  );
}
