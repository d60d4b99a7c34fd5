'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { useReady } from '@/components/ui/use-ready';
import { type Guarded, useAskPassword } from './ask-password';

/** Runs an action that may need the password, one at a time; where it was refused, `failed` says so. */
function useGuarded() {
  const ask = useAskPassword();
  const [pending, start] = useTransition();
  const [failed, setFailed] = useState(false);
  const run = (action: () => Promise<Guarded>, then?: () => void) => {
    if (pending) return;
    start(async () => {
      const answer = await ask(action, (answer) => answer === 'password_needed').catch((error): Guarded => {
        unstable_rethrow(error);
        return 'refused';
      });
      setFailed(answer === 'refused');
      if (answer === 'done') then?.();
    });
  };
  return { pending, failed, run };
}

interface EndSessionProps {
  id: string;
  /** The device, as the list says it. */
  device: string;
  end: (id: string) => Promise<Guarded>;
}

/** Signs another device out. */
export function EndSession({ id, device, end }: EndSessionProps) {
  const t = useTranslations('sessions');
  const ready = useReady();
  const { pending, failed, run } = useGuarded();
  return (
    <>
      <button
        type="button"
        aria-label={t('endName', { device })}
        aria-disabled={pending || undefined}
        disabled={!ready}
        className="button button-small"
        onClick={() => run(() => end(id))}
      >
        {t('end')}
      </button>
      {failed && (
        <p role="alert" className="font-semibold text-no">
          {t('failed')}
        </p>
      )}
    </>
  );
}

/** Signs every other device out. */
export function EndOthers({ end }: { end: () => Promise<Guarded> }) {
  const t = useTranslations('sessions');
  const { pending, failed, run } = useGuarded();
  return (
    <ConfirmButton
      label={t('endOthers')}
      name={t('endOthers')}
      question={t('question')}
      back={t('back')}
      danger
      pending={pending}
      onGo={(close) => run(end, close)}
    >
      <p className="text-ink-2">{t('questionText')}</p>
      <div role="alert">{failed && <p className="font-semibold text-no">{t('failed')}</p>}</div>
    </ConfirmButton>
  );
}
