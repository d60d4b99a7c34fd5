'use client';

import { useEffect, useRef } from 'react';

interface NoticeProps {
  /** Empty: there is nothing to say. */
  text: string;
  /** In a line beside a button, without a ground of its own. */
  plain?: boolean;
}

/**
 * A sentence that something went well. It takes the focus where there is none: it comes with another page, on which the button that was
 * pressed has gone and the focus with it.
 */
export function Notice({ text, plain }: NoticeProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Whoever has begun to type goes on.
    if (text && document.activeElement === document.body) line.current?.focus();
  }, [text]);
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
