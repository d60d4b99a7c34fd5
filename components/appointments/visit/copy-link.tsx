'use client';

import { Link as LinkSign } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

interface CopyLinkProps {
  url: string;
  kind: 'appointment' | 'feed';
}

/** A button that copies an address, and says what came of it. */
export function CopyLink({ url, kind }: CopyLinkProps) {
  const t = useTranslations('copyLink');
  const [came, setCame] = useState<'copied' | 'failed' | null>(null);
  // There is no clipboard on addresses without https, and a browser may refuse it.
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(url))
      .then(
        () => setCame('copied'),
        () => setCame('failed'),
      );
  return (
    <>
      <button type="button" className="button" onClick={copy}>
        <LinkSign aria-hidden className="size-5" />
        {t(`${kind}.copy`)}
      </button>
      <p role="status" className="text-ink-2 wrap-anywhere empty:hidden">
        {came && t(`${kind}.${came}`, { url })}
      </p>
    </>
  );
}
