'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { useSend } from '@/components/ui/use-send';
import type { Scope } from '@/lib/appointments/schema/change';
import type { BookForSent } from './book-for-form';
import { type MoveScope, MoveScopeField } from './move-form';
import { type TimeOption, TypedTimeFields } from './typed-time-fields';

/** A new time as it is typed, by the doctor's clock. */
export interface TypedMove {
  /** Of the appointment as it is shown. */
  revision: number;
  /** How much of a series moves along. */
  scope?: Scope;
  date: string;
  time: string;
  /** Which of two instants, when the time comes twice. */
  meant?: string;
}

interface TypedMoveFormProps {
  id: string;
  revision: number;
  /** ISO date of the day that the visit is on now, by the doctor's clock. */
  date: string;
  series: MoveScope;
  move: (id: string, typed: TypedMove) => Promise<BookForSent>;
  words: Record<'title' | 'clock' | 'date' | 'time' | 'which' | 'submit' | 'submitting' | 'unreachable', string>;
}

/** A time that is none of the free ones: doctors and the front desk may move a visit outside the hours. */
export function TypedMoveForm({ id, revision, date, series, move, words }: TypedMoveFormProps) {
  const [scope, setScope] = useState(series.atFirst);
  const form = useRef<HTMLFormElement>(null);
  const [options, setOptions] = useState<TimeOption[]>([]);
  const { pending, failure, send } = useSend(words.unreachable);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const {
      date = '',
      time = '',
      meant,
    } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    send(
      async () => {
        const sent = await move(id, { revision, scope, date, time, meant });
        setOptions(sent.options ?? []);
        return sent;
      },
      (sent) => {
        if (!sent.ok && sent.field) form.current?.querySelector<HTMLElement>(`[name="${sent.field}"]`)?.focus();
      },
    );
  }

  const ofTime = failure?.field === 'time' ? failure.text : null;
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="card grid gap-4 p-5">
      <h2>{words.title}</h2>
      <MoveScopeField series={series} value={scope} onChange={setScope} />
      <TypedTimeFields
        date={date}
        clock={words.clock}
        error={ofTime}
        options={options}
        onOther={() => setOptions([])}
        words={words}
      />
      <Alert text={ofTime ? null : failure?.text} />
      <SubmitButton pending={pending} busy={words.submitting} look="justify-self-start">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
