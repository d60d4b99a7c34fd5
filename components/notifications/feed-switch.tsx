'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { type Guarded, useShowWithPassword } from '@/components/accounts/ask-password';
import { Alert } from '@/components/ui/alert';
import { useTell } from '@/components/ui/news';
import { useReady } from '@/components/ui/use-ready';
import { useFeedChange } from './use-feed-change';

interface FeedSwitchProps {
  /** The feed is on, and its address is not shown. */
  on: boolean;
  save: (form: FormData) => Promise<Guarded>;
}

/** Turns the own feed on; of one that is on, shows the address once the password was given. */
export function FeedSwitch({ on, save }: FeedSwitchProps) {
  const t = useTranslations('calendarChoice');
  const router = useRouter();
  const ready = useReady();
  const show = useShowWithPassword();
  const tell = useTell();
  // Together: the button that has the focus goes when the address comes.
  const shown = () =>
    startTransition(() => {
      router.refresh();
      tell({ text: t('shown') });
    });
  const { change, failed } = useFeedChange(save);
  return (
    <>
      <Alert text={failed} />
      {on && <p>{t('isOn')}</p>}
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        {on ? (
          <>
            <button type="button" className="button" disabled={!ready} onClick={() => show(shown)}>
              {t('show')}
            </button>
            <button type="button" className="button button-danger" disabled={!ready} onClick={() => change('off')}>
              {t('off')}
            </button>
          </>
        ) : (
          <button type="button" className="button" disabled={!ready} onClick={() => change('on')}>
            {t('on')}
          </button>
        )}
      </div>
    </>
  );
}
