'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

interface News {
  text: string;
  /** Id of what keeps the focus, if it is still there: the buttons that had it may be gone. */
  focus?: string;
}

const Tell = createContext<(news: News) => void>(() => {});

/** A function that says what came of a thing that was done in this area. */
export const useTell = () => useContext(Tell);

interface NewsAreaProps {
  /** The words are for those who hear them: whoever sees the list sees that the item is gone, and what can be done about it. */
  quiet?: boolean;
  children: ReactNode;
}

/** A list with a place for words about what was done in it: the item that they are about may be gone by then. */
export function NewsArea({ quiet, children }: NewsAreaProps) {
  const [news, setNews] = useState<News | null>(null);
  const place = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (!news) return;
    const kept = news.focus ? document.getElementById(news.focus) : null;
    (kept ?? place.current)?.focus({ preventScroll: true });
  }, [news]);

  useEffect(() => {
    const menu = place.current?.closest('[popover]');
    const forget = (event: Event) => (event as ToggleEvent).newState === 'closed' && setNews(null);
    menu?.addEventListener('toggle', forget);
    return () => menu?.removeEventListener('toggle', forget);
  }, []);

  return (
    <Tell value={useCallback((next: News) => setNews(next), [])}>
      <p
        ref={place}
        role="status"
        tabIndex={-1}
        className={
          news && !quiet
            ? 'sticky top-2 z-10 rounded-m bg-wash px-4 py-2.5 font-semibold text-ink shadow-card'
            : 'sr-only'
        }
      >
        {news?.text}
      </p>
      {children}
    </Tell>
  );
}
