import { useEffect } from 'react';

/** Keeps the screen on. Browsers take the lock back when the page is hidden, so it is asked for again. */
export function useWakeLock() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const acquire = async () => {
      if (document.hidden || gone || (lock && !lock.released)) return;
      const got = await navigator.wakeLock?.request('screen').catch(() => undefined);
      if (gone) void got?.release();
      else lock = got;
    };
    void acquire();
    document.addEventListener('visibilitychange', acquire);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', acquire);
      void lock?.release();
    };
  }, []);
}
