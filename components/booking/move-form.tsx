'use client';

import { type FormEvent, useRef, useState } from 'react';
import { type ScopeChoice, ScopeField } from '@/components/appointments/answers/scope-field';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { Scope } from '@/lib/appointments/schema/change';
import { type PickerWords, SlotPicker } from './slot-picker';
import { useChosenSlot, type WeekOfSlots } from './use-chosen-slot';

export interface MoveInput {
  revision: number;
  startsAt: string;
  /** How much of a series moves along. */
  scope?: Scope;
}

/** For how much of a series a move is; no choices where there is none. */
export interface MoveScope {
  choices: ScopeChoice[];
  legend: string;
  atFirst: Scope;
  hint: string;
}

interface MoveFormProps {
  id: string;
  /** Of the appointment as it is shown. */
  revision: number;
  week: WeekOfSlots;
  series: MoveScope;
  move: (id: string, input: MoveInput) => Promise<Sent>;
  words: PickerWords &
    Record<'gone' | 'missingTime' | 'chosen' | 'submit' | 'submitting' | 'after' | 'unreachable', string>;
}

/** Another time for an appointment. */
export function MoveForm({ id, revision, week, series, move, words }: MoveFormProps) {
  const [scope, setScope] = useState(series.atFirst);
  const form = useRef<HTMLFormElement>(null);
  const { chosen, gone, choose } = useChosenSlot(week);
  const { pending, failure, setFailure, send } = useSend(words.unreachable);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen) return send(() => move(id, { revision, startsAt: chosen.startsAt, scope }));
    setFailure({ ok: false, text: words.missingTime });
    form.current?.querySelector<HTMLElement>('[name="startsAt"]')?.focus();
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-6">
      <MoveScopeField series={series} value={scope} onChange={setScope} />
      <SlotPicker
        days={week.days}
        chosen={chosen}
        onChoose={(slot) => {
          setFailure(null);
          choose(slot);
        }}
        words={words}
      />
      <Alert text={failure?.text ?? (gone ? words.gone : null)} />
      <div className="grid gap-2">
        {chosen && <p className="font-semibold tabular-nums">{words.chosen.replace('{when}', chosen.inFull)}</p>}
        <SubmitButton pending={pending} busy={words.submitting}>
          {words.submit}
        </SubmitButton>
        <p className="text-note text-ink-2">{words.after}</p>
      </div>
    </form>
  );
}

interface MoveScopeFieldProps {
  series: MoveScope;
  value: Scope;
  onChange: (scope: Scope) => void;
}

export function MoveScopeField({ series, value, onChange }: MoveScopeFieldProps) {
  if (series.choices.length === 0) return null;
  return (
    <div className="grid gap-1">
      <ScopeField choices={series.choices} legend={series.legend} value={value} onChange={onChange} />
      {value !== 'one' && <p className="text-note text-ink-2">{series.hint}</p>}
    </div>
  );
}
