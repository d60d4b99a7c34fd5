'use client';

import { useEffect } from 'react';

/** Fetches the code of the call while nothing else is to do. Called only where a call is open: nobody else pays for it. */
export function usePreloadedCall(): void {
  useEffect(() => {
    const preload = () =>
      import('@/components/call/session/preload').then(
        ({ preloadCall }) => preloadCall(),
        // The call page fetches it again and says so when that fails too.
        () => {},
      );
    // Safari has no idle callback.
    if (!('requestIdleCallback' in globalThis)) {
      const timer = setTimeout(preload, 1_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(preload, { timeout: 3_000 });
    return () => cancelIdleCallback(idle);
  }, []);
}
