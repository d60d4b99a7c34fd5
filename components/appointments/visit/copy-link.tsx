'use client';

import { Link as LinkSign } from 'lucide-react';
import { useState } from 'react';

interface CopyLinkProps {
  url: string;
  words: { copy: string; copied: string; failed: string };
}

export function CopyLink({ url, words }: CopyLinkProps) {
  const [said, setSaid] = useState('');
  // There is no clipboard on addresses without https, and a browser may refuse it.
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(url))
      .then(
        () => setSaid(words.copied),
        () => setSaid(words.failed),
      );
  return (
    <>
      <button type="button" className="button" onClick={copy}>
        <LinkSign aria-hidden className="size-5" />
        {words.copy}
      </button>
      <p role="status" className="text-ink-2 wrap-anywhere empty:hidden">
        {said}
      </p>
    </>
  );
}
