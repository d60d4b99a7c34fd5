import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import { CHANNEL, type Told } from '@/components/live/use-live-updates';

/**
 * Has a page for whoever is signed out look again when somebody signed in in another tab of this browser: at once, or when it is seen again.
 * @returns tells the other tabs that somebody has signed in here
 */
export function useSignedInElsewhere(): () => void {
  const router = useRouter();
  /** One for both ways: what is posted on it is not heard by it. */
  const open = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && router.refresh();
    const channel = new BroadcastChannel(CHANNEL);
    open.current = channel;
    channel.onmessage = ({ data }: MessageEvent<Told>) => data === null && look();
    document.addEventListener('visibilitychange', look);
    return () => {
      channel.close();
      document.removeEventListener('visibilitychange', look);
    };
  }, [router]);
  return useCallback(() => open.current?.postMessage(null satisfies Told), []);
}
