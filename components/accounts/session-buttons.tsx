'use client';

import { useTranslations } from 'next-intl';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { useTell } from '@/components/ui/news';
import { useReady } from '@/components/ui/use-ready';
import type { Guarded } from './ask-password';
import { useGuarded } from './use-guarded';

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
  const { pending, failure, run } = useGuarded(t('failed'));
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
            // The button that has the focus goes with its session.
            () => tell({ text: t('ended', { device }) }),
          )
        }
      >
        {t('end')}
      </button>
      {failure && (
        <p role="alert" className="font-semibold text-no">
          {failure}
        </p>
      )}
    </>
  );
}

/** Signs every other device out. */
export function EndOthers({ end }: { end: () => Promise<Guarded> }) {
  const t = useTranslations('sessions');
  const tell = useTell();
  const { pending, failure, clear, run } = useGuarded(t('failed'));
  const go = (close: () => void) =>
    run(end, () => {
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
      onOpen={clear}
      onGo={go}
    >
      <p className="text-ink-2">{t('questionText')}</p>
      <div role="alert">{failure && <p className="font-semibold text-no">{failure}</p>}</div>
    </ConfirmButton>
  );
}
