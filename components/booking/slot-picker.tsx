'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Choice } from './choice';
import type { DayChoice, SlotChoice } from './days';

interface SlotPickerProps {
  days: DayChoice[];
  chosen: SlotChoice | null;
  /** The slot that was chosen is taken meanwhile. */
  gone: boolean;
  onChoose: (slot: SlotChoice) => void;
  /** The reason why the time cannot be had. */
  refusal: string | null;
}

/** A choice of one week's free times: a day, then a time of it. Radio buttons, so that arrows and Tab do what people expect. */
export function SlotPicker({ days, chosen, gone, onChoose, refusal }: SlotPickerProps) {
  const t = useTranslations('slots');
  const [picked, setPicked] = useState<string | null>(null);
  const open = (date: string | null | undefined) => days.find((day) => day.date === date && day.slots.length > 0);
  const holding = days.find(({ slots }) => slots.some(({ startsAt }) => startsAt === chosen?.startsAt));
  const day = open(picked) ?? open(holding?.date) ?? days.find(({ slots }) => slots.length > 0);
  return (
    <>
      {day && (
        <div className="grid gap-5">
          <fieldset>
            <legend className="mb-2 font-semibold">{t('days')}</legend>
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
                  <span className="sr-only">{t('free', { count: slots.length })}</span>
                </Choice>
              ))}
            </div>
          </fieldset>
          <fieldset>
            <legend className="mb-2 font-semibold">{t('times', { day: day.name })}</legend>
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
                    {slot.startsAt === chosen?.startsAt && (
                      <Check aria-hidden className="size-4.5 stroke-3 text-brand" />
                    )}
                    {slot.label}
                  </span>
                  {slot.there && <span className="text-xs text-ink-2 tabular-nums">{slot.there}</span>}
                </Choice>
              ))}
            </div>
          </fieldset>
        </div>
      )}
      <Alert text={refusal ?? (gone ? t('gone') : null)} />
    </>
  );
}
