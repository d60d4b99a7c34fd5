'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { useTell } from '@/components/ui/news';
import { type Guarded, useGuarded } from './ask-password';

interface InvitationButtonsProps {
  invitation: { id: string; name: string; email: string };
  sendAgain: (id: string) => Promise<Guarded>;
  withdraw: (id: string) => Promise<Guarded>;
}

/** Sends an invitation again, or takes it back. */
export function InvitationButtons({ invitation: { id, name, email }, sendAgain, withdraw }: InvitationButtonsProps) {
  const t = useTranslations('peopleActions');
  const tell = useTell();
  const { pending, run } = useGuarded();
  // Two people may have the same name.
  const who = `${name}, ${email}`;
  const [said, setSaid] = useState<'sent' | 'gone' | null>(null);

  const go = (action: (id: string) => Promise<Guarded>, done: 'sent' | null, then?: () => void) =>
    run(
      () => action(id),
      (answer) => {
        if (answer === 'password_needed') return;
        setSaid(answer === 'done' ? done : 'gone');
        then?.();
        // What has the focus goes with the invitation.
        if (answer === 'done' && done === null) tell({ text: t('withdraw.done', { name }) });
      },
    );

  return (
    <div className="flex flex-wrap items-center gap-3">
      <button
        type="button"
        aria-label={t('sendAgain.name', { name: who })}
        aria-disabled={pending || undefined}
        className="button button-small"
        onClick={() => go(sendAgain, 'sent')}
      >
        {t('sendAgain.action')}
      </button>
      <ConfirmButton
        label={t('withdraw.action')}
        name={t('withdraw.name', { name: who })}
        question={t('withdraw.question', { name })}
        back={t('cancel')}
        danger
        pending={pending}
        onGo={(close) => go(withdraw, null, close)}
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
