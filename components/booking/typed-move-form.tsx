'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { useReady } from '@/components/ui/use-ready';
import { useSend } from '@/components/ui/use-send';
import type { Scope } from '@/lib/appointments/schema';
import type { BookForSent, TimeOption } from './book-for-form';
import { type MoveScope, MoveScopeField } from './move-form';

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
  const ready = useReady();
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

  const forget = () => setOptions([]);
  const ofTime = failure?.field === 'time' ? failure.text : null;
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="card grid gap-4 p-5">
      <h2>{words.title}</h2>
      <MoveScopeField series={series} value={scope} onChange={setScope} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field id="date" name="date" type="date" defaultValue={date} required label={words.date} onChange={forget} />
        <Field
          id="time"
          name="time"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder="09:30"
          required
          label={words.time}
          hint={words.clock}
          error={ofTime}
          onChange={forget}
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
      <Alert text={ofTime ? null : failure?.text} />
      <button
        type="submit"
        className="button justify-self-start"
        disabled={!ready}
        aria-disabled={pending || undefined}
      >
        {pending ? words.submitting : words.submit}
      </button>
    </form>
  );
}
