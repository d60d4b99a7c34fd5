'use client';

import { MailCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';

export interface SentWords {
  title: string;
  /** `{email}` is filled here. */
  text: string;
  help: string;
  again: string;
}

/** A mail is on its way, or so it says: it says the same whatever address was typed. */
export function Sent({ email, onAgain, words }: { email: string; onAgain: () => void; words: SentWords }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const [before, after] = words.text.split('{email}');
  return (
    <div className="grid gap-4">
      <MailCheck aria-hidden className="size-10 text-ok" />
      <h1 ref={title} tabIndex={-1} className="outline-none">
        {words.title}
      </h1>
      <p>
        {before}
        <strong className="wrap-anywhere">{email}</strong>
        {after}
      </p>
      <p className="text-ink-2">{words.help}</p>
      <button type="button" className="button" onClick={onAgain}>
        {words.again}
      </button>
    </div>
  );
}
