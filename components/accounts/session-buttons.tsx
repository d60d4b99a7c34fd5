'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { useTell } from '@/components/ui/news';
import { useReady } from '@/components/ui/use-ready';
import { type Guarded, useGuarded } from './ask-password';

interface EndSessionProps {
  id: string;
  /** The device, as the list says it. */
  device: string;
  /** What tells it from the others of its kind. */
  name: string;
  end: (id: string) => Promise<Guarded>;
}

/** Signs another device out. */
export function EndSession({ id, device, name, end }: EndSessionProps) {
  const t = useTranslations('sessions');
  const ready = useReady();
  const tell = useTell();
  const { pending, run } = useGuarded();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={t('endName', { device: name })}
        aria-disabled={pending || undefined}
        disabled={!ready}
        className="button button-small"
        onClick={() =>
          run(
            () => end(id),
            (answer) => {
              setFailed(answer === 'refused');
              // The button that has the focus goes with its session.
              if (answer === 'done') tell({ text: t('ended', { device }) });
            },
          )
        }
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
  const tell = useTell();
  const { pending, run } = useGuarded();
  const [failed, setFailed] = useState(false);
  const go = (close: () => void) =>
    run(end, (answer) => {
      setFailed(answer === 'refused');
      if (answer !== 'done') return;
      close();
      tell({ text: t('othersEnded') });
    });
  return (
    <ConfirmButton
      label={t('endOthers')}
      name={t('endOthers')}
      question={t('question')}
      back={t('back')}
      danger
      pending={pending}
      onGo={go}
    >
      <p className="text-ink-2">{t('questionText')}</p>
      <div role="alert">{failed && <p className="font-semibold text-no">{t('failed')}</p>}</div>
    </ConfirmButton>
  );
}
