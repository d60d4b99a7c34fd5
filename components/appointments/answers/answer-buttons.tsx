'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useTell } from '@/components/ui/news';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { Scope } from '@/lib/appointments/schema/change';

export type Answer = 'confirm' | 'decline' | 'accept' | 'keep' | 'complete' | 'no_show';

export interface ChangeRequest {
  /** The revision that was seen. */
  revision: number;
  note?: string;
  /** The part of a series that it is for. */
  scope?: Scope;
}

/** Sends the answer to one appointment. Its text says what came of that. */
export type AnswerVisit = (id: string, answer: Answer, request: ChangeRequest) => Promise<Sent & { text: string }>;

/** One answer for every visit of a series that waits for it. */
export interface AnswerAll {
  /** The number of visits that wait for it. */
  count: number;
  /** True: its box is ticked at first. */
  atFirst: boolean;
}

interface AnswerButtonsProps {
  id: string;
  revision: number;
  patient: string;
  /** The visit's time, which tells it from others of the patient. */
  when: string;
  answers: Answer[];
  all: AnswerAll | null;
  send: AnswerVisit;
  /** Id of what keeps the focus afterwards. */
  focus?: string;
}

const LOOKS: Partial<Record<Answer, string>> = { confirm: 'button-ok', accept: 'button-ok' };

/** The answers to an appointment as buttons, in place; declining asks for a reason first, which may stay empty. */
export function AnswerButtons({ id, revision, patient, when, answers, all, send, focus }: AnswerButtonsProps) {
  const t = useTranslations('answers');
  const { pending, send: run } = useSend(t('failed'));
  const [declining, setDeclining] = useState(false);
  const [wentBack, setWentBack] = useState(false);
  const [everyOne, setEveryOne] = useState(all?.atFirst ?? false);
  const forAll = everyOne ? all : null;
  const tell = useTell();
  const field = useId();

  const label = (of: Answer) => (forAll ? t('all', { answer: of, count: forAll.count }) : t(of));
  const answer = (chosen: Answer, note?: string) =>
    run(
      () => send(id, chosen, { revision, note: note || undefined, scope: forAll ? 'all' : 'one' }),
      (sent) => {
        if (sent.ok) setDeclining(false);
        tell({ text: sent.text ?? '', focus });
      },
    );

  function goBack() {
    setDeclining(false);
    setWentBack(true);
  }

  if (declining) {
    return (
      <form
        className="grid max-w-96 gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          answer('decline', String(new FormData(event.currentTarget).get('note') ?? ''));
        }}
      >
        <label htmlFor={field} className="font-semibold">
          {t('reason', { who: patient })}
        </label>
        <input
          // biome-ignore lint/a11y/noAutofocus: the button that had the focus turned into this field
          autoFocus
          id={field}
          name="note"
          maxLength={1000}
          className="field min-h-11"
        />
        <div className="flex flex-wrap gap-2">
          <button
            type="submit"
            aria-disabled={pending || undefined}
            className="button button-small button-danger grow px-3"
          >
            {label('decline')}
          </button>
          <button type="button" className="button button-small grow px-3" onClick={goBack}>
            {t('back')}
          </button>
        </div>
      </form>
    );
  }
  return (
    <div className="flex max-w-96 flex-wrap gap-2 pt-1">
      {all && (
        <label className="flex min-h-11 w-full items-center gap-2.5">
          <input
            type="checkbox"
            checked={everyOne}
            onChange={(event) => setEveryOne(event.target.checked)}
            className="size-5 shrink-0 accent-brand"
          />
          {t('forAll', { count: all.count })}
        </label>
      )}
      {answers.map((chosen) => (
        <button
          key={chosen}
          type="button"
          // biome-ignore lint/a11y/noAutofocus: the field that had the focus turned back into this button
          autoFocus={wentBack && chosen === 'decline'}
          aria-label={t('name', { answer: label(chosen), who: patient, when })}
          aria-disabled={pending || undefined}
          className={`button button-small grow px-2 ${LOOKS[chosen] ?? ''}`}
          onClick={() => (chosen === 'decline' ? setDeclining(true) : answer(chosen))}
        >
          {label(chosen)}
        </button>
      ))}
    </div>
  );
}
