import { useRouter } from 'next/navigation';
import { useCallback, useEffect } from 'react';
import { CHANNEL, type Told } from '@/components/live/use-live-updates';

/**
 * Has a page for whoever is signed out look again when somebody signed in in another tab of this browser: at once, or when it is seen again.
 * @returns tells the other tabs that somebody has signed in here
 */
export function useSignedInElsewhere(): () => void {
  const router = useRouter();
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && router.refresh();
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<Told>) => data === null && look();
    document.addEventListener('visibilitychange', look);
    return () => {
      channel.close();
      document.removeEventListener('visibilitychange', look);
    };
  }, [router]);
  return useCallback(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(null satisfies Told);
    channel.close();
  }, []);
}
