'use client';

import { useEffect } from 'react';
import { reachable } from './reachable';
import { CHANNEL, type Told } from './use-live-updates';

/** Milliseconds for which several bookings are gathered into one look. */
const TOGETHER = 300;
/** Milliseconds from one look to the next when nothing is told: a word may be lost, where something between holds the stream of events back. */
const EVERY = 60_000;

/** Calls `onChange` when the free times of a doctor (id) may have changed, and now and then, as long as the page is seen. */
export function useSlotUpdates(doctor: string, onChange: () => void): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (document.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(async () => (await reachable()) && onChange(), TOGETHER);
    };
    channel.onmessage = ({ data }: MessageEvent<Told>) => data?.doctor === doctor && look();
    const regularly = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      channel.close();
      clearTimeout(timer);
      clearInterval(regularly);
      document.removeEventListener('visibilitychange', look);
    };
  }, [doctor, onChange]);
}
