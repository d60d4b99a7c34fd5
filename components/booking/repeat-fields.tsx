'use client';

import { useId } from 'react';
import { Field } from '@/components/ui/field';
import { RHYTHMS } from './repeat-choice';
import { RepeatDates, type RepeatDatesWords } from './repeat-dates';
import type { Repeating } from './use-repeat';

export type RepeatWords = RepeatDatesWords &
  Record<'label' | 'not' | 'ends' | 'afterCount' | 'onDate' | 'count' | 'until' | 'chooseTime', string> & {
    /** By rhythm, as RHYTHMS names them. */
    rhythms: Record<string, string>;
  };

interface RepeatFieldsProps {
  repeating: Repeating;
  /** Whether it is known yet when the first visit is. */
  known: boolean;
  /** ISO date of the first day that may be the last. */
  min: string;
  error: string | null;
  words: RepeatWords;
}

/** Whether and how often a visit repeats, until when, and what that comes to. */
export function RepeatFields({ repeating, known, min, error, words }: RepeatFieldsProps) {
  const id = useId();
  const { chosen, change } = repeating;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-semibold">
          {words.label}
        </label>
        <select
          id={id}
          name="repeat"
          value={chosen.every}
          onChange={(event) => change({ every: event.target.value })}
          className="field min-h-11"
        >
          <option value="">{words.not}</option>
          {RHYTHMS.map((rhythm) => (
            <option key={rhythm} value={rhythm}>
              {words.rhythms[rhythm]}
            </option>
          ))}
        </select>
      </div>
      {chosen.every && (
        <div className="grid gap-4 border-l-2 border-line pl-4">
          <fieldset>
            <legend className="font-semibold">{words.ends}</legend>
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
                  {value === 'count' ? words.afterCount : words.onDate}
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
              label={words.count}
              onChange={(event) => change({ count: event.target.value })}
            />
          ) : (
            <Field
              id={`${id}-until`}
              type="date"
              min={min}
              value={chosen.until}
              label={words.until}
              onChange={(event) => change({ until: event.target.value })}
            />
          )}
          {known ? (
            <RepeatDates repeating={repeating} error={error} words={words} />
          ) : (
            <p className="text-ink-2">{words.chooseTime}</p>
          )}
        </div>
      )}
    </div>
  );
}
