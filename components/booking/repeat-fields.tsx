'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Field } from '@/components/ui/field';
import { RHYTHMS } from './repeat-choice';
import { RepeatDates } from './repeat-dates';
import type { Repeating } from './use-repeat';

interface RepeatFieldsProps {
  repeating: Repeating;
  /** The time of the first visit is chosen. */
  known: boolean;
  /** ISO date of the first day that may be the last. */
  min: string;
  error: string | null;
}

/** Fields for the repetition of a visit: how often, until when, and the dates that this comes to. */
export function RepeatFields({ repeating, known, min, error }: RepeatFieldsProps) {
  const t = useTranslations('repeat');
  const id = useId();
  const { chosen, change } = repeating;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-semibold">
          {t('label')}
        </label>
        <select
          id={id}
          name="repeat"
          value={chosen.every}
          onChange={(event) => change({ every: event.target.value })}
          className="field min-h-11"
        >
          <option value="">{t('not')}</option>
          {RHYTHMS.map(({ every, frequency, n }) => (
            <option key={every} value={every}>
              {t(frequency, { n })}
            </option>
          ))}
        </select>
      </div>
      {chosen.every && (
        <div className="grid gap-4 border-l-2 border-line pl-4">
          <fieldset>
            <legend className="font-semibold">{t('ends')}</legend>
            <div className="flex flex-wrap gap-x-6">
              {(['count', 'until'] as const).map((value) => (
                <label key={value} className="flex min-h-11 items-center gap-2.5">
                  <input
                    type="radio"
                    name="ends"
                    value={value}
                    checked={chosen.ends === value}
                    onChange={() => change({ ends: value })}
                    className="size-5 accent-brand"
                  />
                  {t(value === 'count' ? 'afterCount' : 'onDate')}
                </label>
              ))}
            </div>
          </fieldset>
          {chosen.ends === 'count' ? (
            <Field
              id={`${id}-count`}
              type="number"
              inputMode="numeric"
              min={2}
              max={52}
              value={chosen.count}
              label={t('count')}
              onChange={(event) => change({ count: event.target.value })}
            />
          ) : (
            <Field
              id={`${id}-until`}
              type="date"
              min={min}
              value={chosen.until}
              label={t('until')}
              onChange={(event) => change({ until: event.target.value })}
            />
          )}
          {known ? (
            <RepeatDates repeating={repeating} error={error} />
          ) : (
            <p className="text-ink-2">{t('chooseTime')}</p>
          )}
        </div>
      )}
    </div>
  );
}
