'use client';

import { useId, useRef, useState, useTransition } from 'react';

interface DisableButtonProps {
  personId: string;
  disabled: boolean;
  change: (id: string, disabled: boolean) => Promise<boolean>;
  words: { action: string; name: string; question: string; text: string; cancel: string; failed: string };
}

export function DisableButton({ personId, disabled, change, words }: DisableButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [pending, start] = useTransition();
  const [failed, setFailed] = useState(false);

  const confirm = () =>
    start(async () => {
      const done = await change(personId, !disabled).catch(() => false);
      setFailed(!done);
      if (done) dialog.current?.close();
    });

  return (
    <>
      <button
        type="button"
        aria-label={words.name}
        className={`button button-small ${disabled ? '' : 'button-danger'}`}
        onClick={() => {
          setFailed(false);
          dialog.current?.showModal();
        }}
      >
        {words.action}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={title}
        className="m-auto w-[min(480px,calc(100vw-24px))] max-w-none rounded-large border border-line bg-card p-6 text-ink shadow-card"
      >
        <div className="grid gap-4">
          <h2 id={title}>{words.question}</h2>
          <p className="text-ink-2">{words.text}</p>
          <div role="alert">{failed && <p className="font-semibold text-no">{words.failed}</p>}</div>
          <div className="flex flex-wrap justify-end gap-3">
            <button type="button" className="button button-small" onClick={() => dialog.current?.close()}>
              {words.cancel}
            </button>
            <button
              type="button"
              className={`button button-small ${disabled ? 'button-go' : 'button-danger'}`}
              aria-disabled={pending || undefined}
              onClick={() => pending || confirm()}
            >
              {words.action}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
