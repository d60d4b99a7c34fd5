'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import type { RepeatChoice } from '@/lib/appointments/schema/booking-form';
import type { RepeatPreview } from './repeat-choice';
import { RepeatFields } from './repeat-fields';
import { type TypedClock, TypedTimeFields } from './typed-time-fields';
import { useBookingKey } from './use-booking-key';
import { useRepeat } from './use-repeat';
import { type TypedSent, type TypedTime, typedIn, useTypedForm } from './use-typed-form';

/** A visit as it is typed; date and time by the doctor's clock. */
export interface TypedVisit extends TypedTime {
  patientId: string;
  doctorId: string;
  visitType: string;
  reason: string;
  repeat?: RepeatChoice;
}

export interface BookForActions {
  book: (visit: TypedVisit, key: string) => Promise<TypedSent>;
  preview: (visit: TypedVisit, choice: RepeatChoice) => Promise<RepeatPreview>;
}

interface BookForFormProps extends BookForActions {
  patientId: string;
  /** One: nothing to choose. */
  doctors: { id: string; name: string; clock: TypedClock }[];
  /** ISO date. */
  today: string;
}

/** The form that books for a patient: doctor, time, kind of visit, reason. What was typed stays whatever the server says. */
export function BookForForm({ patientId, doctors, today, book, preview }: BookForFormProps) {
  const t = useTranslations('bookFor');
  const [doctorId, setDoctor] = useState(doctors[0]?.id ?? '');
  const keyFor = useBookingKey();
  const { form, pending, send, errorAt, errorBeside, time } = useTypedForm();
  const [typed, setTyped] = useState<TypedVisit | null>(null);
  const known = typed && typed.date !== '' && /^\d{1,2}\D?\d\d$/.test(typed.time) ? { ...typed, doctorId } : null;
  const { reload, asked, ...repeating } = useRepeat(known && { ...known, reason: '' }, preview);

  function read(from: HTMLFormElement): TypedVisit {
    const { date, time, meant, visitType = '', reason = '' } = typedIn(from);
    return { patientId, doctorId, date, time, meant, visitType, reason };
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const visit = { ...read(event.currentTarget), repeat: asked };
    send(async () => {
      const sent = await book(visit, keyFor(JSON.stringify(visit)));
      if (!sent.ok && sent.field === 'repeat') reload();
      return sent;
    });
  }

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
            {t('doctor')}
          </label>
          <select
            id="doctor"
            value={doctorId}
            onChange={(event) => {
              setDoctor(event.target.value);
              time.onOther();
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
      <TypedTimeFields date={today} min={today} clock={doctors.find(({ id }) => id === doctorId)?.clock} {...time} />
      <fieldset>
        <legend className="font-semibold">{t('type')}</legend>
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
              {t(value === 'video' ? 'video' : 'inPerson')}
            </label>
          ))}
        </div>
      </fieldset>
      <RepeatFields repeating={repeating} known={known !== null} min={known?.date ?? today} error={errorAt('repeat')} />
      <TextArea id="reason" name="reason" maxLength={1000} required label={t('reason')} error={errorAt('reason')} />
      <Alert text={errorBeside('time', 'reason', 'repeat')} />
      <SubmitButton pending={pending} busy={t('submitting')} look="button-small button-go justify-self-start">
        {repeating.preview?.ok ? repeating.preview.submit : t('submit')}
      </SubmitButton>
      <p className="text-ink-2">{t('after', { count: repeating.visits })}</p>
    </form>
  );
}
