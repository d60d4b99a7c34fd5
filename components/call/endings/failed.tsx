'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CallProps } from '@/components/call/props';
import { type FailureCode, wayOn } from '@/components/call/session/failure';
import { CallUs } from './call-us';

interface FailedProps {
  code: FailureCode;
  clinic: CallProps['clinic'];
  from: string;
  signIn: string;
  onRetry: () => void;
}

/** Why there is no call, in its own words, and the way on. */
export function Failed({ code, clinic, from, signIn, onRetry }: FailedProps) {
  const t = useTranslations('call.words');
  const way = wayOn(code);
  return (
    <main
      id="main"
      data-call-state="failed"
      data-call-failure={code}
      className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6"
    >
      <div role="alert" className="grid gap-3">
        <h1>{t(`failed.${code}.title`)}</h1>
        <p>{t(`failed.${code}.text`)}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {(way === 'try_again' || way === 'take_here') && (
          <button type="button" className="button button-go" onClick={onRetry}>
            {t(way === 'take_here' ? 'failed.takeHere' : 'tryAgain')}
          </button>
        )}
        {way === 'sign_in' && (
          <a className="button button-go" href={signIn}>
            {t('failed.signIn')}
          </a>
        )}
        <Link className="button" href={from}>
          {t('back')}
        </Link>
      </div>
      <div className="grid gap-1">
        <a className="link inline-flex min-h-11 items-center justify-self-start" href="/help">
          {t('help')}
        </a>
        <CallUs phone={clinic.phone} />
        <p className="text-ink-2">{clinic.note}</p>
      </div>
    </main>
  );
}
