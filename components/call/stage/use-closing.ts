import { useEffect, useState } from 'react';

const MINUTE = 60_000;
/** Minutes before the end at which it is announced. */
const ANNOUNCED = [10, 2] as const;
/** Milliseconds for which the first announcement stays; the last one stays to the end. */
const SHOWN = 20_000;

/** What is to be said of the end now (milliseconds since the epoch): so many minutes are left, or null. */
export function closingAt(closesAt: number, now: number): 10 | 2 | null {
  const left = closesAt - now;
  const [first, last] = ANNOUNCED;
  if (left <= last * MINUTE) return last;
  return left <= first * MINUTE && left > first * MINUTE - SHOWN ? first : null;
}

/** The same, as time goes by; `now`: the server's clock, milliseconds since the epoch. */
export function useClosing(closesAt: number, now: () => number): 10 | 2 | null {
  const [closing, setClosing] = useState<10 | 2 | null>(null);
  useEffect(() => {
    const look = () => setClosing(closingAt(closesAt, now()));
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [closesAt, now]);
  return closing;
}
