'use client';

import { useId, useRef, useState } from 'react';
import { TextArea } from '@/components/ui/text-area';

export interface AskWords {
  title: string;
  text: string;
  note: string;
  noteHint: string;
  back: string;
  go: string;
}

interface AskButtonProps {
  text: string;
  look: string;
  ask: AskWords;
  /** What else it is done to. */
  also?: string | null;
  revision: number;
  disabled: boolean;
  busy: boolean;
  /** `seen`: the revision that stood on the page when the question came. */
  done: (note: string, seen: number) => void;
}

/** A button that asks first. The note stays when the question is closed and opened again. */
export function AskButton({ text, look, ask, also, revision, disabled, busy, done }: AskButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [note, setNote] = useState('');
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
          <h2 id={id}>{ask.title}</h2>
          <p className="text-ink-2">{ask.text}</p>
          {also && <p className="font-semibold">{also}</p>}
          <TextArea
            id={`${id}-note`}
            label={ask.note}
            hint={ask.noteHint}
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
              {ask.go}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {ask.back}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
