'use client';

import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { DayChoice, SlotChoice } from './days';

export interface PickerWords {
  days: string;
  /** By ISO date. */
  times: Record<string, string>;
  free: Record<string, string>;
}

interface SlotPickerProps {
  days: DayChoice[];
  chosen: SlotChoice | null;
  onChoose: (slot: SlotChoice) => void;
  words: PickerWords;
}

/** One week's free times: a day, then a time of it. Radio buttons, so that arrows and Tab do what people expect. */
export function SlotPicker({ days, chosen, onChoose, words }: SlotPickerProps) {
  const [picked, setPicked] = useState<string | null>(null);
  const open = (date: string | null | undefined) => days.find((day) => day.date === date && day.slots.length > 0);
  const holding = days.find(({ slots }) => slots.some(({ startsAt }) => startsAt === chosen?.startsAt));
  const day = open(picked) ?? open(holding?.date) ?? days.find(({ slots }) => slots.length > 0);
  if (!day) return null;
  return (
    <div className="grid gap-5">
      <fieldset>
        <legend className="mb-2 font-semibold">{words.days}</legend>
        <div className="grid grid-cols-7 gap-0.5 sm:gap-2">
          {days.map(({ date, weekday, day: number, slots }) => (
            <Choice
              key={date}
              name="day"
              value={date}
              checked={date === day.date}
              disabled={slots.length === 0}
              onChoose={() => setPicked(date)}
            >
              <span className="text-xs">{weekday}</span>
              <span className="text-lg font-bold tabular-nums">{number}</span>
              <span aria-hidden className="text-xs leading-none">
                {date === day.date ? <Check className="size-3.5 stroke-3" /> : slots.length || '–'}
              </span>
              <span className="sr-only">{words.free[date]}</span>
            </Choice>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-semibold">{words.times[day.date]}</legend>
        <div className="grid grid-cols-3 gap-2 sm:grid-cols-4">
          {day.slots.map((slot) => (
            <Choice
              key={slot.startsAt}
              name="startsAt"
              value={slot.startsAt}
              checked={slot.startsAt === chosen?.startsAt}
              onChoose={() => onChoose(slot)}
            >
              <span className="flex items-center gap-1.5 font-semibold tabular-nums">
                {slot.startsAt === chosen?.startsAt && <Check aria-hidden className="size-4.5 stroke-3 text-brand" />}
                {slot.label}
              </span>
              {slot.there && <span className="text-xs text-ink-2 tabular-nums">{slot.there}</span>}
            </Choice>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  checked: boolean;
  disabled?: boolean;
  onChoose: () => void;
  children: ReactNode;
}

/** A radio button that looks like a key. */
export function Choice({ name, value, checked, disabled, onChoose, children }: ChoiceProps) {
  return (
    <label className="relative grid min-h-13 content-center justify-items-center rounded-m border border-line-strong bg-card px-1 py-1.5 text-center leading-tight has-checked:border-brand has-checked:bg-wash has-checked:ring-2 has-checked:ring-brand has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:border-line has-disabled:bg-transparent has-disabled:text-ink-2">
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
      {children}
    </label>
  );
}
