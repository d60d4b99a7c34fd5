'use client';

import { useLayoutEffect } from 'react';

/**
 * Gives the focus to the page's `main` when what had it is gone, by being used or by itself: a browser gives it to nothing, says nothing,
 * and lets the next key begin at the top. Where nothing had the focus, as on a page that has just come, nothing takes it.
 */
export function useKeptFocus(): void {
  // Its end is a layout effect's, too: what stands on the next page is no business of this one.
  useLayoutEffect(() => {
    let last = document.activeElement;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = target;
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected) return;
      last = null;
      // Who took it away may have given the focus to something else.
      if (document.activeElement !== document.body) return;
      // What is being read stays in sight.
      document.getElementById('main')?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', onFocus);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}
