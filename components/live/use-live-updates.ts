'use client';

import { useEffect } from 'react';

const NAME = 'anteroom-live';
/** Several changes at once, as a series brings them, are one look. Milliseconds. */
const TOGETHER = 150;

/**
 * Calls `onChange` when something of this person's appointments changed. One tab of the browser holds the connection and tells the
 * others; when it goes, the next takes over. A hidden tab looks when it is seen again.
 */
export function useLiveUpdates(onChange: () => void): void {
  useEffect(() => {
    const channel = new BroadcastChannel(NAME);
    const stopLeading = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let missed = false;

    function look() {
      if (document.visibilityState === 'hidden') {
        missed = true;
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(onChange, TOGETHER);
    }
    function seenAgain() {
      if (document.visibilityState === 'hidden' || !missed) return;
      missed = false;
      look();
    }
    channel.onmessage = look;
    document.addEventListener('visibilitychange', seenAgain);

    function lead(): Promise<void> {
      return new Promise((done) => {
        const events = new EventSource('/api/events');
        const tell = () => {
          look();
          channel.postMessage(null);
        };
        events.addEventListener('changed', tell);
        // At each connection: the page was rendered a moment before the first, and a later one stands after a gap.
        events.addEventListener('resync', tell);
        stopLeading.signal.addEventListener('abort', () => {
          events.close();
          done();
        });
      });
    }
    // Rejected when the page goes before it leads.
    navigator.locks.request(NAME, { signal: stopLeading.signal }, lead).catch(() => {});

    return () => {
      stopLeading.abort();
      clearTimeout(timer);
      channel.close();
      document.removeEventListener('visibilitychange', seenAgain);
    };
  }, [onChange]);
}
