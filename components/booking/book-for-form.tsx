'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { RepeatChoice, RepeatPreview } from './repeat-choice';
import { RepeatFields, type RepeatWords } from './repeat-fields';
import { type TimeOption, TypedTimeFields } from './typed-time-fields';
import { useBookingKey } from './use-booking-key';
import { useRepeat } from './use-repeat';

/** A visit as it is typed; date and time by the doctor's clock. */
export interface TypedVisit {
  patientId: string;
  doctorId: string;
  date: string;
  time: string;
  meant?: string;
  visitType: string;
  reason: string;
  repeat?: RepeatChoice;
}

/** `options`: the time comes twice, and one of them is to be chosen. */
export type BookForSent = Sent & { options?: TimeOption[] };

interface BookForFormProps {
  patientId: string;
  /** One: nothing to choose. `clock` names whose clock the time is typed by. */
  doctors: { id: string; name: string; clock: string }[];
  /** ISO date. */
  today: string;
  book: (visit: TypedVisit, key: string) => Promise<BookForSent>;
  preview: (visit: TypedVisit, choice: RepeatChoice) => Promise<RepeatPreview>;
  repeatWords: RepeatWords;
  words: Record<
    | 'doctor'
    | 'date'
    | 'time'
    | 'which'
    | 'type'
    | 'video'
    | 'inPerson'
    | 'reason'
    | 'submit'
    | 'submitting'
    | 'after'
    | 'unreachable',
    string
  >;
}

/** Doctor, time, kind of visit, reason. What was typed stays whatever the server says. */
export function BookForForm({ patientId, doctors, today, book, preview, repeatWords, words }: BookForFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [doctorId, setDoctor] = useState(doctors[0]?.id ?? '');
  const [options, setOptions] = useState<TimeOption[]>([]);
  const keyFor = useBookingKey();
  const { pending, failure, send } = useSend(words.unreachable);
  const [typed, setTyped] = useState<TypedVisit | null>(null);
  const known = typed && typed.date !== '' && /^\d{1,2}\D?\d\d$/.test(typed.time) ? { ...typed, doctorId } : null;
  const { reload, asked, ...repeating } = useRepeat(known && { ...known, reason: '' }, preview, words.unreachable);

  function read(from: HTMLFormElement): TypedVisit {
    const fields = Object.fromEntries(new FormData(from)) as Record<string, string>;
    const { date = '', time = '', visitType = '', reason = '', meant } = fields;
    return { patientId, doctorId, date, time, visitType, reason, meant };
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const visit = { ...read(event.currentTarget), repeat: asked };
    send(
      async () => {
        const sent = await book(visit, keyFor(JSON.stringify(visit)));
        setOptions(sent.options ?? []);
        if (!sent.ok && sent.field === 'repeat') reload();
        return sent;
      },
      (sent) => {
        const field = sent.ok ? null : sent.field;
        if (field) form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
      },
    );
  }

  const error = (field: string) => (failure?.field === field ? failure.text : null);
  const forget = () => setOptions([]);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit}
      onChange={(event) => setTyped(read(event.currentTarget))}
      className="card grid gap-4 p-5"
    >
      {doctors.length > 1 && (
        <div className="grid gap-1.5">
          <label htmlFor="doctor" className="font-semibold">
            {words.doctor}
          </label>
          <select
            id="doctor"
            value={doctorId}
            onChange={(event) => {
              setDoctor(event.target.value);
              forget();
            }}
            className="field min-h-11"
          >
            {doctors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <TypedTimeFields
        date={today}
        min={today}
        clock={doctors.find(({ id }) => id === doctorId)?.clock}
        error={error('time')}
        options={options}
        onOther={forget}
        words={words}
      />
      <fieldset>
        <legend className="font-semibold">{words.type}</legend>
        <div className="flex gap-6">
          {(['video', 'in_person'] as const).map((value) => (
            <label key={value} className="flex min-h-11 items-center gap-2.5">
              <input
                type="radio"
                name="visitType"
                value={value}
                defaultChecked={value === 'video'}
                className="size-5 accent-brand"
              />
              {value === 'video' ? words.video : words.inPerson}
            </label>
          ))}
        </div>
      </fieldset>
      <RepeatFields
        repeating={repeating}
        known={known !== null}
        min={known?.date ?? today}
        error={error('repeat')}
        words={repeatWords}
      />
      <TextArea id="reason" name="reason" maxLength={1000} required label={words.reason} error={error('reason')} />
      <Alert text={failure && !['time', 'reason', 'repeat'].includes(failure.field ?? '') ? failure.text : null} />
      <SubmitButton pending={pending} busy={words.submitting} look="button-small button-go justify-self-start">
        {repeating.preview?.ok ? repeating.preview.submit : words.submit}
      </SubmitButton>
      <p className="text-ink-2">{words.after}</p>
    </form>
  );
}
