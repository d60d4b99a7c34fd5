import { useEffect } from 'react';

/** Calls `hurry` when the network is back or the page is seen again: a frozen page has lost its connection. */
export function useReturn(hurry: () => void) {
  useEffect(() => {
    const onVisible = () => document.hidden || hurry();
    addEventListener('online', hurry);
    addEventListener('pageshow', hurry);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      removeEventListener('online', hurry);
      removeEventListener('pageshow', hurry);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [hurry]);
}
