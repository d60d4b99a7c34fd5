'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { type Guarded, useAskPassword } from './ask-password';

interface InvitationButtonsProps {
  invitation: { id: string; name: string };
  sendAgain: (id: string) => Promise<Guarded>;
  withdraw: (id: string) => Promise<Guarded>;
}

/** Sends an invitation again, or takes it back. */
export function InvitationButtons({ invitation: { id, name }, sendAgain, withdraw }: InvitationButtonsProps) {
  const t = useTranslations('peopleActions');
  const ask = useAskPassword();
  const [pending, start] = useTransition();
  const [said, setSaid] = useState<'sent' | 'gone' | null>(null);

  const run = (action: (id: string) => Promise<Guarded>, done: 'sent' | null, then?: () => void) => {
    if (pending) return;
    start(async () => {
      const answer = await ask(
        () => action(id),
        (answer) => answer === 'password_needed',
      ).catch((): Guarded => 'refused');
      if (answer === 'password_needed') return;
      setSaid(answer === 'done' ? done : 'gone');
      then?.();
    });
  };

  return (
    <div className="flex flex-wrap items-center gap-3">
      <button
        type="button"
        aria-label={t('sendAgain.name', { name })}
        aria-disabled={pending || undefined}
        className="button button-small"
        onClick={() => run(sendAgain, 'sent')}
      >
        {t('sendAgain.action')}
      </button>
      <ConfirmButton
        label={t('withdraw.action')}
        name={t('withdraw.name', { name })}
        question={t('withdraw.question', { name })}
        back={t('cancel')}
        danger
        pending={pending}
        onGo={(close) => run(withdraw, null, close)}
      >
        <p className="text-ink-2">{t('withdraw.text')}</p>
      </ConfirmButton>
      {/* Last, so that it takes no room while it is empty. */}
      <p role="status" className={`font-semibold ${said === 'gone' ? 'text-no' : 'text-ok'}`}>
        {said && t(said === 'sent' ? 'sendAgain.done' : 'gone')}
      </p>
    </div>
  );
}
