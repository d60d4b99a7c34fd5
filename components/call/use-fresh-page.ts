import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import { useLiveUpdates } from '@/components/live/use-live-updates';

/** Milliseconds between two looks when nothing is told. */
const EVERY = 10 * 60_000;

/**
 * Brings the page of a call anew when its visit is no longer at this revision: another doctor, another time, another status. Whoever may
 * no longer see the visit keeps the page that they have: their call ends by itself and says why.
 */
export function useFreshPage(appointmentId: string, revision: number): void {
  const router = useRouter();
  const shown = useRef(revision);
  shown.current = revision;
  const look = useCallback(async () => {
    const response = await fetch(`/api/appointments/${encodeURIComponent(appointmentId)}`).catch(() => null);
    if (!response?.ok) return;
    const visit = (await response.json().catch(() => null)) as { revision?: number } | null;
    if (visit?.revision !== undefined && visit.revision !== shown.current) router.refresh();
  }, [appointmentId, router]);
  useLiveUpdates(look);
  useEffect(() => {
    const regularly = setInterval(look, EVERY);
    return () => clearInterval(regularly);
  }, [look]);
}
