import { useEffect, useState } from 'react';
import type { CallParticipants } from '@/lib/calls/schema';

/** Milliseconds between two looks. */
const EVERY = 10_000;

/** Who is in the call already. */
export interface There {
  /** Of the others. */
  names: readonly string[];
  /** Oneself, in another tab or on another device. */
  oneself: boolean;
}

const NOBODY: There = { names: [], oneself: false };

/** As the door looks every now and then; nobody while that is not known. */
export function useThere(appointmentId: string): There {
  const [there, setThere] = useState(NOBODY);
  useEffect(() => {
    const gone = new AbortController();
    async function look() {
      if (document.visibilityState === 'hidden') return;
      const path = `/api/appointments/${encodeURIComponent(appointmentId)}/participants`;
      // Without an answer nothing is said: the way in does not hang on it.
      const response = await fetch(path, { signal: gone.signal }).catch(() => null);
      const answer: CallParticipants | null = response?.ok ? await response.json().catch(() => null) : null;
      if (gone.signal.aborted) return;
      setThere(answer ? { names: answer.people.map(({ name }) => name), oneself: answer.here } : NOBODY);
    }
    void look();
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      gone.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [appointmentId]);
  return there;
}
