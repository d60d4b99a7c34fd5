'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { useFormSend } from '@/components/ui/use-form-send';
import type { SlotChoice } from './days';
import { useChosenSlot, type WeekOfSlots } from './use-chosen-slot';

/** A form about one free time of a week: the props of its SlotPicker, and sending once a slot is chosen. */
export function useSlotForm(week: WeekOfSlots) {
  const t = useTranslations('slots');
  const { chosen, gone, choose } = useChosenSlot(week);
  const { clear, fail, ...sending } = useFormSend();

  function onChoose(slot: SlotChoice) {
    clear();
    choose(slot);
  }
  const submit = (go: (slot: SlotChoice) => void) => (event: FormEvent) => {
    event.preventDefault();
    if (chosen) go(chosen);
    else fail('startsAt', t('missing'));
  };
  return { ...sending, fail, submit, chosen, picker: { days: week.days, chosen, gone, onChoose } };
}
