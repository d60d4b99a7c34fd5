import { useEffect, useState } from 'react';
import type { CallParticipants } from '@/lib/calls/schema';

/** Milliseconds between two looks. */
const EVERY = 10_000;

/** The names of the others who are in the call already, as the door looks every now and then; empty while that is not known. */
export function useThere(appointmentId: string): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    async function look() {
      if (document.visibilityState === 'hidden') return;
      const path = `/api/appointments/${encodeURIComponent(appointmentId)}/participants`;
      // Without an answer nothing is said: the way in does not hang on it.
      const response = await fetch(path, { signal: gone.signal }).catch(() => null);
      const answer: CallParticipants | null = response?.ok ? await response.json().catch(() => null) : null;
      if (!gone.signal.aborted) setNames(answer?.people.map(({ name }) => name) ?? []);
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
  return names;
}
