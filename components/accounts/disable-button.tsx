'use client';

import Link from 'next/link';
import { useRef, useState, useTransition } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

interface DisableButtonProps {
  personId: string;
  disabled: boolean;
  change: (id: string, disabled: boolean) => Promise<boolean>;
  words: { action: string; name: string; question: string; text: string; cancel: string; failed: string };
  /** What a doctor leaves behind, and where it can be handed to another. */
  leaves?: { text: string; link: string; href: string };
}

export function DisableButton({ personId, disabled, change, words, leaves }: DisableButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null);
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
      <ConfirmDialog
        ref={dialog}
        title={words.question}
        go={words.action}
        back={words.cancel}
        look={disabled ? 'button-go' : 'button-danger'}
        pending={pending}
        onGo={confirm}
      >
        <p className="text-ink-2">{words.text}</p>
        {leaves && (
          <div className="rounded-m bg-wait-wash px-4 py-2 text-wait">
            <p className="pt-1 font-semibold">{leaves.text}</p>
            <Link href={leaves.href} prefetch={false} className="inline-flex min-h-11 items-center underline">
              {leaves.link}
            </Link>
          </div>
        )}
        <div role="alert">{failed && <p className="font-semibold text-no">{words.failed}</p>}</div>
      </ConfirmDialog>
    </>
  );
}
