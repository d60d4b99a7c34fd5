'use client';

import { Field } from '@/components/ui/field';

/** A time that may be one of two, for someone to choose from. */
export interface TimeOption {
  value: string;
  label: string;
}

interface TypedTimeFieldsProps {
  /** ISO date at first. */
  date: string;
  /** ISO date. */
  min?: string;
  /** Whose clock the time is typed by. */
  clock: string | undefined;
  /** What is wrong with the time. */
  error: string | null;
  /** The time comes twice, and one of them is to be chosen. */
  options: TimeOption[];
  /** Another date or time was typed: the question is about one that no longer stands there. */
  onOther: () => void;
  words: Record<'date' | 'time' | 'which', string>;
}

/** Date and time as doctors and the front desk type them, and which of two is meant. */
export function TypedTimeFields({ date, min, clock, error, options, onOther, words }: TypedTimeFieldsProps) {
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          id="date"
          name="date"
          type="date"
          min={min}
          defaultValue={date}
          required
          label={words.date}
          onChange={onOther}
        />
        <Field
          id="time"
          name="time"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder="09:30"
          required
          label={words.time}
          hint={clock}
          error={error}
          onChange={onOther}
        />
      </div>
      {options.length > 0 && (
        <fieldset>
          <legend className="font-semibold">{words.which}</legend>
          {options.map(({ value, label }) => (
            <label key={value} className="flex min-h-11 items-center gap-2.5">
              <input type="radio" name="meant" value={value} className="size-5 accent-brand" />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
