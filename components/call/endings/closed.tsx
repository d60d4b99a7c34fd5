'use client';

import Link from 'next/link';
import type { CallProps } from '@/components/call/props';
import type { JoinState } from '@/lib/appointments/policy';
import { CallUs } from './call-us';

interface ClosedProps extends CallProps {
  state: Exclude<JoinState['state'], 'open'>;
}

/** In place of the door while it is not open: what is the matter, and the way on. */
export function Closed({ state, words, when, from, clinic }: ClosedProps) {
  const { title, text } = words.closed[state];
  return (
    <main
      id="main"
      data-call-state="closed"
      data-call-closed={state}
      className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6"
    >
      <div role="status" className="grid gap-3">
        <p className="text-ink-2">
          {when} · {words.prejoin.with}
        </p>
        <h1>{title}</h1>
        <p>{text}</p>
        {state === 'not_a_video_visit' && clinic.address && <p className="font-semibold">{words.closed.comeTo}</p>}
      </div>
      <div className="flex flex-wrap gap-3">
        <Link className="button" href={from}>
          {words.back}
        </Link>
      </div>
      <div className="grid gap-1">
        <CallUs phone={clinic.phone} text={words.callUs} />
        <p className="text-ink-2">{clinic.note}</p>
      </div>
    </main>
  );
}
