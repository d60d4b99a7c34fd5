'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { useTell } from '@/components/ui/news';
import type { Guarded } from './ask-password';
import { useGuarded } from './use-guarded';

interface InvitationButtonsProps {
  invitation: { id: string; name: string; email: string };
  sendAgain: (id: string) => Promise<Guarded>;
  withdraw: (id: string) => Promise<Guarded>;
}

/** Sends an invitation again, or takes it back. */
export function InvitationButtons({ invitation: { id, name, email }, sendAgain, withdraw }: InvitationButtonsProps) {
  const t = useTranslations('peopleActions');
  const tell = useTell();
  const { pending, failure, clear, run } = useGuarded(t('gone'));
  // Two people may have the same name.
  const who = `${name}, ${email}`;
  const [sent, setSent] = useState(false);

  function go(action: (id: string) => Promise<Guarded>, done: () => void) {
    setSent(false);
    run(() => action(id), done);
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <button
        type="button"
        aria-label={t('sendAgain.name', { name: who })}
        aria-disabled={pending || undefined}
        className="button button-small"
        onClick={() => go(sendAgain, () => setSent(true))}
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
        onOpen={clear}
        onGo={(close) =>
          go(withdraw, () => {
            close();
            // What has the focus goes with the invitation.
            tell({ text: t('withdraw.done', { name }) });
          })
        }
      >
        <p className="text-ink-2">{t('withdraw.text')}</p>
        <Alert text={failure} />
      </ConfirmButton>
      {/* Last, so that it takes no room while it is empty. */}
      <p role="status" className={`font-semibold ${failure ? 'text-no' : 'text-ok'}`}>
        {failure ?? (sent && t('sendAgain.done'))}
      </p>
    </div>
  );
}
