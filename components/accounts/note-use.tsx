'use client';

import { useEffect } from 'react';

/** Milliseconds between two words to the server, which notes them to five minutes. */
const EVERY = 4 * 60_000;

/** Without a network, or a session, the page finds out by what was pressed. */
const tell = () => void fetch('/api/session', { method: 'POST', keepalive: true }).catch(() => {});

/**
 * Tells the server that somebody is here: when they press or type something, or, `steadily`, while this is on the screen, as in a call.
 * What the page asks by itself does not keep a session from being idle. Renders nothing.
 */
export function NoteUse({ steadily = false }: { steadily?: boolean }) {
  useEffect(() => {
    if (steadily) {
      const timer = setInterval(tell, EVERY);
      return () => clearInterval(timer);
    }
    // The page itself was asked for a moment ago.
    let told = Date.now();
    function act() {
      if (Date.now() - told < EVERY) return;
      told = Date.now();
      tell();
    }
    document.addEventListener('pointerdown', act);
    document.addEventListener('keydown', act);
    return () => {
      document.removeEventListener('pointerdown', act);
      document.removeEventListener('keydown', act);
    };
  }, [steadily]);
  return null;
}
