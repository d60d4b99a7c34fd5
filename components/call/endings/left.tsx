'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { CallProps } from '@/components/call/props';

/** After leaving: the way back in, and out. Staff are led on to where they came from, and see it where that page does not come. */
export function Left({ from, onAgain }: Pick<CallProps, 'from'> & { onAgain: () => void }) {
  const t = useTranslations('call.words');
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => title.current?.focus(), []);
  return (
    <main id="main" data-call-state="left" className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6">
      <div role="status" className="grid gap-3">
        <h1 ref={title} tabIndex={-1}>
          {t('left.title')}
        </h1>
        <p>{t('left.text')}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button button-go" onClick={onAgain}>
          {t('left.again')}
        </button>
        <Link className="button" href={from}>
          {t('left.on')}
        </Link>
      </div>
    </main>
  );
}
