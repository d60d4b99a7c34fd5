'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { TextArea } from '@/components/ui/text-area';
import type { ScopeChoice } from './scope-field';

interface AskButtonProps {
  name: 'decline' | 'cancel';
  text: string;
  look: string;
  patient: string;
  /** Names of those who can read the note. */
  noteReaders: string[];
  /** The part of a series that it is for; none: the appointment is in none. */
  scope?: ScopeChoice;
  revision: number;
  disabled: boolean;
  busy: boolean;
  /** `seen`: the revision that stood on the page when the question came. */
  done: (note: string, seen: number) => void;
}

/** A button that asks first, with room for a note. The note stays when the question is closed and opened again. */
export function AskButton({ name, text, look, patient, noteReaders, scope, revision, ...rest }: AskButtonProps) {
  const { disabled, busy, done } = rest;
  const t = useTranslations('actions');
  const series = useTranslations('series.scope.also');
  const format = useFormatter();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [note, setNote] = useState('');
  const count = scope && scope.value !== 'one' ? scope.count : 1;
  const seen = useRef(revision);

  return (
    <>
      <button
        type="button"
        className={`button ${look}`}
        disabled={disabled}
        aria-disabled={busy || undefined}
        onClick={() => {
          if (busy) return;
          seen.current = revision;
          dialog.current?.showModal();
        }}
      >
        {text}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={id}
        closedby="any"
        className="m-auto w-[min(480px,calc(100vw-24px))] max-w-none rounded-large border border-line bg-card p-5 text-ink shadow-card"
      >
        <div className="grid gap-4">
          <h2 id={id}>{t(`${name}.title`, { count })}</h2>
          <p className="text-ink-2">{t(`${name}.text`, { count, patient })}</p>
          {scope && scope.value !== 'one' && (
            <p className="font-semibold">{series(scope.value, { count: scope.count })}</p>
          )}
          <TextArea
            id={`${id}-note`}
            label={t('note')}
            hint={t('noteHint', { names: format.list(noteReaders) })}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="grid gap-3 sm:flex sm:flex-row-reverse">
            <button
              type="button"
              className={`button ${look}`}
              onClick={() => {
                dialog.current?.close();
                done(note, seen.current);
              }}
            >
              {t(`${name}.label`, { count })}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('back')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
