'use client';

import { useRef, useState, useTransition } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

interface InvitationButtonsProps {
  id: string;
  sendAgain: (id: string) => Promise<boolean>;
  withdraw: (id: string) => Promise<boolean>;
  words: Record<
    'sendAgain' | 'sendAgainName' | 'sentAgain' | 'withdraw' | 'withdrawName' | 'question' | 'text' | 'cancel' | 'gone',
    string
  >;
}

export function InvitationButtons({ id, sendAgain, withdraw, words }: InvitationButtonsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [pending, start] = useTransition();
  const [said, setSaid] = useState<'sent' | 'gone' | null>(null);

  const run = (action: (id: string) => Promise<boolean>, done: 'sent' | null) => {
    if (pending) return;
    start(async () => {
      const ok = await action(id).catch(() => false);
      setSaid(ok ? done : 'gone');
      dialog.current?.close();
    });
  };

  return (
    <div className="flex flex-wrap items-center gap-3">
      <button
        type="button"
        aria-label={words.sendAgainName}
        aria-disabled={pending || undefined}
        className="button button-small"
        onClick={() => run(sendAgain, 'sent')}
      >
        {words.sendAgain}
      </button>
      <button
        type="button"
        aria-label={words.withdrawName}
        className="button button-small button-danger"
        onClick={() => dialog.current?.showModal()}
      >
        {words.withdraw}
      </button>
      {/* Last, so that it takes no room while it is empty. */}
      <p role="status" className={`font-semibold ${said === 'gone' ? 'text-no' : 'text-ok'}`}>
        {said && (said === 'sent' ? words.sentAgain : words.gone)}
      </p>
      <ConfirmDialog
        ref={dialog}
        title={words.question}
        go={words.withdraw}
        back={words.cancel}
        look="button-danger"
        pending={pending}
        onGo={() => run(withdraw, null)}
      >
        <p className="text-ink-2">{words.text}</p>
      </ConfirmDialog>
    </div>
  );
}
