'use client';

import { useEffect, useRef, useState } from 'react';

interface NoticeProps {
  /** Empty: there is nothing to say. */
  text: string;
  /** In a line beside a button, without a ground of its own. */
  plain?: boolean;
  /** Neither good nor bad: it is only so. */
  neutral?: boolean;
  /** Names in the address's query with which it came: it is said once, and to nobody who comes by that address later. */
  once?: readonly string[];
}

const LOOK = { good: 'text-ok', neutral: 'text-ink' };
const GROUND = { good: 'bg-ok-wash', neutral: 'bg-wash' };

/**
 * A sentence that something went well. It takes the focus where there is none: it comes with another page, on which the button that was
 * pressed has gone and the focus with it.
 */
export function Notice({ text: given, plain, neutral, once }: NoticeProps) {
  // The address is without it in a moment, and the page may be brought anew: it goes on to be said until one leaves.
  const [first] = useState(given);
  const text = given || (once ? first : '');
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Whoever has begun to type goes on.
    if (text && document.activeElement === document.body) line.current?.focus();
  }, [text]);
  useEffect(() => {
    if (!once) return;
    // Not at once: on a full load the router takes hold of the history only after this.
    const timer = setTimeout(() => {
      const url = new URL(location.href);
      if (!once.some((name) => url.searchParams.has(name))) return;
      for (const name of once) url.searchParams.delete(name);
      history.replaceState(null, '', url);
    });
    return () => clearTimeout(timer);
  }, [once]);
  const tone = neutral ? 'neutral' : 'good';
  return (
    <p
      ref={line}
      role="status"
      tabIndex={-1}
      className={`font-semibold outline-none empty:hidden ${LOOK[tone]} ${plain ? '' : `rounded-m px-4 py-3 ${GROUND[tone]}`}`}
    >
      {text}
    </p>
  );
}
