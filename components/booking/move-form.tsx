'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Sent } from '@/components/ui/use-send';
import type { Scope } from '@/lib/appointments/schema/change';
import { type MoveScope, MoveScopeField } from './move-scope-field';
import { SlotPicker } from './slot-picker';
import { SlotSubmit } from './slot-submit';
import type { WeekOfSlots } from './use-chosen-slot';
import { useSlotForm } from './use-slot-form';

export interface MoveInput {
  revision: number;
  startsAt: string;
  /** The part of a series that moves along. */
  scope?: Scope;
}

interface MoveFormProps {
  id: string;
  /** Of the appointment as it is shown. */
  revision: number;
  week: WeekOfSlots;
  series: MoveScope;
  /** The effect of such a move: a patient's proposal, or change of a request; at once for the other party, or for both. */
  effect: 'proposal' | 'pending' | 'atOnce' | 'atOnceDesk';
  /** Names as the form says them. */
  doctor: string;
  patient: string;
  move: (id: string, input: MoveInput) => Promise<Sent>;
}

/** The form that moves an appointment to a free time of its doctor. */
export function MoveForm({ id, revision, week, series, effect, doctor, patient, move }: MoveFormProps) {
  const t = useTranslations('move');
  const [scope, setScope] = useState(series.atFirst);
  const { form, picker, chosen, pending, submit, send, errorBeside } = useSlotForm(week);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit(({ startsAt }) => send(() => move(id, { revision, startsAt, scope })))}
      className="grid gap-6"
    >
      <MoveScopeField series={series} value={scope} onChange={setScope} />
      <SlotPicker {...picker} refusal={errorBeside()} />
      <SlotSubmit
        chosen={chosen && t('chosen', { when: chosen.inFull })}
        pending={pending}
        busy={t('submitting')}
        after={t(effect, { doctor, patient })}
      >
        {t(effect === 'proposal' ? 'submitProposal' : 'submit')}
      </SlotSubmit>
    </form>
  );
}
