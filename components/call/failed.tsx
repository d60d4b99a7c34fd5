'use client';

import Link from 'next/link';
import { CallUs } from './call-us';
import { type FailureCode, wayOn } from './states';
import type { CallWords } from './words';

interface FailedProps {
  code: FailureCode;
  words: CallWords;
  phone: string | null;
  from: string;
  signIn: string;
  onRetry: () => void;
}

/** Why there is no call, in its own words, and the way on. */
export function Failed({ code, words, phone, from, signIn, onRetry }: FailedProps) {
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
      <CallUs phone={phone} text={words.callUs} />
    </main>
  );
}
