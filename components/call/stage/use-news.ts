import { useEffect, useRef, useState } from 'react';
import type { Link } from '@/components/call/session/states';
import { type Moment, type News, newsOf, sameCompany } from './news';

const SHOWN = 6_000;
/** A connection that is being rebuilt takes everyone out for a moment; that is nobody's leaving. */
const PATIENCE = 800;
const NONE: readonly News[] = [];

/** The latest news, which go away again. */
export function useNews(now: Moment['here'], link: Link): readonly News[] {
  // Somebody who mutes themselves is no news, and must not put off that somebody else has left.
  const [here, setHere] = useState(now);
  if (!sameCompany(here, now)) setHere(now);
  const [news, setNews] = useState(NONE);
  const before = useRef<Moment>({ here, link });

  useEffect(() => {
    if (link !== 'up') {
      before.current = { ...before.current, link };
      return;
    }
    const found = newsOf(before.current, { here, link });
    const settle = () => {
      before.current = { here, link };
      if (found.length > 0) setNews(found);
    };
    if (!found.some(({ kind }) => kind === 'went')) return settle();
    const timer = setTimeout(settle, PATIENCE);
    return () => clearTimeout(timer);
  }, [here, link]);

  useEffect(() => {
    if (news.length === 0) return;
    const timer = setTimeout(() => setNews(NONE), SHOWN);
    return () => clearTimeout(timer);
  }, [news]);

  return news;
}
