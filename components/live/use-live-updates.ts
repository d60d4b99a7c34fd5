'use client';

import { useEffect } from 'react';

export const CHANNEL = 'anteroom-live';
/** A message between the tabs of a browser. With a doctor (id): that one's free times changed; null: something of this person's own did. */
export type Told = { doctor: string } | null;

/** Milliseconds for which changes are gathered into one look: a series brings several at once. */
const TOGETHER = 150;
/**
 * Milliseconds after which the pages look where the end of a session leads. Somebody may have signed in anew in this browser, and the answer with
 * their cookie is still on its way.
 */
const ENDED = 1_000;
/** Milliseconds after which a tab whose connection was refused, or ended with the session, asks to lead again. */
const AGAIN = 30_000;

/**
 * Calls `onChange` when something of this person's appointments changed. One tab of the browser holds the connection and tells the
 * others; when it goes, the next takes over. A hidden tab looks when it is seen again.
 */
export function useLiveUpdates(onChange: () => void): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let ended: ReturnType<typeof setTimeout> | undefined;
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
    const post = (told: Told) => channel.postMessage(told);
    channel.onmessage = ({ data }: MessageEvent<Told>) => data === null && look();
    document.addEventListener('visibilitychange', seenAgain);

    function lead(): Promise<void> {
      return new Promise((done) => {
        // The lock may be granted to a page that has gone since.
        if (gone.signal.aborted) return done();
        const events = new EventSource('/api/events');
        const over = () => {
          events.close();
          done();
        };
        const tell = () => {
          look();
          post(null);
        };
        events.addEventListener('changed', tell);
        // The session has ended, and with it that of all tabs: the pages themselves find out where that leads. None of them is to ask meanwhile.
        events.addEventListener('ended', () => {
          events.close();
          ended = setTimeout(tell, ENDED);
          again = setTimeout(done, AGAIN);
        });
        // What is refused is not tried again by the browser: another tab may lead, and this one asks to later.
        events.addEventListener('error', () => events.readyState === EventSource.CLOSED && over());
        // At each connection: the page was rendered a moment before the first, and a later one stands after a gap.
        events.addEventListener('resync', tell);
        // Another channel of the same name hears it in this tab too.
        events.addEventListener('slots', ({ data }) => post({ doctor: JSON.parse(data).doctor }));
        gone.signal.addEventListener('abort', over);
      });
    }
    function askToLead() {
      navigator.locks.request(CHANNEL, { signal: gone.signal }, lead).then(
        () => {
          if (!gone.signal.aborted) again = setTimeout(askToLead, AGAIN);
        },
        // The page went before it led.
        () => {},
      );
    }
    askToLead();

    return () => {
      gone.abort();
      clearTimeout(timer);
      clearTimeout(again);
      clearTimeout(ended);
      channel.close();
      document.removeEventListener('visibilitychange', seenAgain);
    };
  }, [onChange]);
}
