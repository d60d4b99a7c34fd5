'use client';

import { CalendarPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import type { Guarded } from '@/components/accounts/ask-password';
import { CopyLink } from '@/components/appointments/visit/copy-link';
import { Alert } from '@/components/ui/alert';
import { useReady } from '@/components/ui/use-ready';
import { useFeedChange } from './use-feed-change';

interface FeedAddressProps {
  url: string;
  save: (form: FormData) => Promise<Guarded>;
}

/** The secret address of the own feed, and what can be done with it. */
export function FeedAddress({ url, save }: FeedAddressProps) {
  const t = useTranslations('calendarChoice');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const ready = useReady();
  const { change, failed } = useFeedChange(save);
  return (
    <>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-semibold">
          {t('address')}
        </label>
        <input
          id={id}
          readOnly
          value={url}
          aria-describedby={`${id}-text`}
          className="field"
          onFocus={(event) => event.target.select()}
        />
        <p id={`${id}-text`} className="text-ink-2">
          {t('addressText')}
        </p>
      </div>
      <div className="grid gap-3 sm:flex sm:flex-wrap sm:items-center">
        <CopyLink url={url} kind="feed" />
        <a href={url.replace(/^https?:/, 'webcal:')} className="button">
          <CalendarPlus aria-hidden className="size-5" />
          {t('open')}
        </a>
      </div>
      <Alert text={failed} />
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        <button type="button" className="button" disabled={!ready} onClick={() => dialog.current?.showModal()}>
          {t('renew')}
        </button>
        <button type="button" className="button button-danger" disabled={!ready} onClick={() => change('off')}>
          {t('off')}
        </button>
      </div>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        closedby="any"
        className="m-auto w-[min(480px,calc(100vw-24px))] max-w-none rounded-large border border-line bg-card p-5 text-ink shadow-card"
      >
        <div className="grid gap-4">
          <h2 id={`${id}-title`}>{t('renewTitle')}</h2>
          <p className="text-ink-2">{t('renewText')}</p>
          <div className="grid gap-3 sm:flex sm:flex-row-reverse">
            <button
              type="button"
              className="button button-danger"
              onClick={() => {
                dialog.current?.close();
                change('new');
              }}
            >
              {t('renewGo')}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('back')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
