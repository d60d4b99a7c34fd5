import { useEffect, useState } from 'react';
import { elapsed } from './elapsed';

/** Time since `since` (milliseconds since the epoch by `now`'s clock) in words, or null before it began. */
export function useElapsed(since: number | null, now: () => number): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const tick = () => setText(since === null ? null : elapsed(now() - since));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [since, now]);
  return text;
}
