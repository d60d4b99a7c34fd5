'use client';

import { useEffect, useRef } from 'react';

interface NoticeProps {
  /** Empty: there is nothing to say. */
  text: string;
  /** In a line beside a button, without a ground of its own. */
  plain?: boolean;
  /** Names in the address's query with which it came: it is said once, and to nobody who comes by that address later. */
  once?: readonly string[];
}

/**
 * A sentence that something went well. It takes the focus where there is none: it comes with another page, on which the button that was
 * pressed has gone and the focus with it.
 */
export function Notice({ text, plain, once }: NoticeProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Whoever has begun to type goes on.
    if (text && document.activeElement === document.body) line.current?.focus();
  }, [text]);
  useEffect(() => {
    const url = new URL(location.href);
    if (!text || !once?.some((name) => url.searchParams.has(name))) return;
    for (const name of once) url.searchParams.delete(name);
    history.replaceState(null, '', url);
  }, [text, once]);
  return (
    <p
      ref={line}
      role="status"
      tabIndex={-1}
      className={`font-semibold text-ok outline-none empty:hidden ${plain ? '' : 'rounded-m bg-ok-wash px-4 py-3'}`}
    >
      {text}
    </p>
  );
}
