import { useEffect, useRef, useState } from 'react';
import type { Link } from '@/components/call/session/states';

const SHOWN = 6_000;
/** A connection that is being rebuilt takes everyone out for a moment; that is nobody's leaving. */
const PATIENCE = 800;

interface Words {
  came: string;
  went: string;
  restored: string;
}

/** What just happened, as a sentence that goes away again: someone came, went, or the connection is back. */
export function useNews(present: boolean, link: Link, words: Words): string {
  const [news, setNews] = useState('');
  const before = useRef({ present, link });

  useEffect(() => {
    const was = before.current;
    if (link !== 'up') {
      before.current = { ...was, link };
      return;
    }
    const settle = (text: string) => {
      before.current = { present, link };
      if (text) setNews(text);
    };
    if (was.present && !present) {
      const timer = setTimeout(() => settle(words.went), PATIENCE);
      return () => clearTimeout(timer);
    }
    if (was.link === 'restoring') settle(words.restored);
    else settle(present && !was.present ? words.came : '');
  }, [present, link, words]);

  useEffect(() => {
    if (!news) return;
    const timer = setTimeout(() => setNews(''), SHOWN);
    return () => clearTimeout(timer);
  }, [news]);

  return news;
}
