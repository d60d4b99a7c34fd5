'use client';

import Link from 'next/link';
import type { CallProps } from '@/components/call/props';
import { type FailureCode, wayOn } from '@/components/call/session/states';
import type { CallWords } from '@/components/call/words';
import { CallUs } from './call-us';

interface FailedProps {
  code: FailureCode;
  words: CallWords;
  clinic: CallProps['clinic'];
  from: string;
  signIn: string;
  onRetry: () => void;
}

/** Why there is no call, in its own words, and the way on. */
export function Failed({ code, words, clinic, from, signIn, onRetry }: FailedProps) {
  const { title, text } = words.failed[code];
  const way = wayOn(code);
  return (
    <main
      id="main"
      data-call-state="failed"
      data-call-failure={code}
      className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6"
    >
      <div role="alert" className="grid gap-3">
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {(way === 'try_again' || way === 'take_here') && (
          <button type="button" className="button button-go" onClick={onRetry}>
            {way === 'take_here' ? words.failed.takeHere : words.tryAgain}
          </button>
        )}
        {way === 'sign_in' && (
          <a className="button button-go" href={signIn}>
            {words.failed.signIn}
          </a>
        )}
        <Link className="button" href={from}>
          {words.back}
        </Link>
      </div>
      <div className="grid gap-1">
        <a className="link inline-flex min-h-11 items-center justify-self-start" href="/help">
          {words.help}
        </a>
        <CallUs phone={clinic.phone} text={words.callUs} />
        <p className="text-ink-2">{clinic.note}</p>
      </div>
    </main>
  );
}
