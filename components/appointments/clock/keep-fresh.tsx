'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { reachable } from '@/components/live/reachable';
import { doubtful } from './server-clock';
import { useServerNow } from './use-server-now';

const LONGEST_WAIT = 15_000;
const STALE_AFTER = 60_000;

/**
 * Renders the page anew when its words no longer hold: at `until` (milliseconds since the epoch: midnight, the end of a visit), when someone
 * comes back to it after a while, and when the device slept.
 */
export function KeepFresh({ renderedAt, until }: { renderedAt: number; until: number }) {
  const router = useRouter();
  const now = useServerNow(renderedAt);

  useEffect(() => {
    let asking = false;
    const refreshIf = async (old: boolean) => {
      if (document.hidden || asking || !(old || doubtful() || now() >= until)) return;
      asking = true;
      if (await reachable()) router.refresh();
      asking = false;
    };
    const arrive = () => refreshIf(now() - renderedAt > STALE_AFTER);
    const timer = setInterval(() => refreshIf(false), LONGEST_WAIT);
    document.addEventListener('visibilitychange', arrive);
    addEventListener('pageshow', arrive);
    addEventListener('online', arrive);
    // At once, too: the router's cache may have kept this page for long.
    void arrive();
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', arrive);
      removeEventListener('pageshow', arrive);
      removeEventListener('online', arrive);
    };
  }, [router, now, renderedAt, until]);

  return null;
}
