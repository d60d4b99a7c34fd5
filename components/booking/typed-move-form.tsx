'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Scope } from '@/lib/appointments/schema/change';
import { type MoveScope, MoveScopeField } from './move-scope-field';
import { type TypedClock, TypedTimeFields } from './typed-time-fields';
import { type TypedSent, type TypedTime, typedIn, useTypedForm } from './use-typed-form';

/** A new time as it is typed, by the doctor's clock. */
export interface TypedMove extends TypedTime {
  /** Of the appointment as it is shown. */
  revision: number;
  /** The part of a series that moves along. */
  scope?: Scope;
}

interface TypedMoveFormProps {
  id: string;
  revision: number;
  /** ISO date of the day that the visit is on now, by the doctor's clock. */
  date: string;
  clock: TypedClock;
  series: MoveScope;
  move: (id: string, typed: TypedMove) => Promise<TypedSent>;
}

/** The form for a time that is none of the free ones: doctors and the front desk may move a visit outside the hours. */
export function TypedMoveForm({ id, revision, date: first, clock, series, move }: TypedMoveFormProps) {
  const t = useTranslations('move');
  const [scope, setScope] = useState(series.atFirst);
  const { form, pending, send, errorBeside, time: question } = useTypedForm();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { date, time, meant } = typedIn(event.currentTarget);
    send(() => move(id, { revision, scope, date, time, meant }));
  }

  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="card grid gap-4 p-5">
      <h2>{t('typedTitle')}</h2>
      <MoveScopeField series={series} value={scope} onChange={setScope} />
      <TypedTimeFields date={first} clock={clock} {...question} />
      <Alert text={errorBeside('time')} />
      <SubmitButton pending={pending} busy={t('submitting')} look="justify-self-start">
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
