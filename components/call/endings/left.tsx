'use client';

import Link from 'next/link';
import type { CallProps } from '@/components/call/props';

/** On the way back to where the person came from; also where they stay when that page does not come. */
export function Left({ words, from, onAgain }: Pick<CallProps, 'words' | 'from'> & { onAgain: () => void }) {
  return (
    <main id="main" data-call-state="left" className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6">
      <div role="status" className="grid gap-3">
        <h1>{words.left.title}</h1>
        <p>{words.left.text}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Link className="button button-go" href={from}>
          {words.back}
        </Link>
        <button type="button" className="button" onClick={onAgain}>
          {words.left.again}
        </button>
      </div>
    </main>
  );
}
