'use client';

import { useEffect, useState } from 'react';

interface Announcement {
  appointmentId: string;
  inCall: boolean;
}

async function lockHeld(appointmentId: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name === `anteroom-call-${appointmentId}`);
}

/** True while another tab of this browser is in the call of an appointment. */
export function useInCall(appointmentId: string): boolean {
  const [inCall, setInCall] = useState(false);
  useEffect(() => {
    let gone = false;
    // The lock is the truth (a killed tab announces nothing); the channel only says when to look.
    const look = () =>
      lockHeld(appointmentId).then(
        (held) => gone || setInCall(held),
        () => {},
      );
    const channel = new BroadcastChannel('anteroom-calls');
    channel.onmessage = ({ data }: MessageEvent<Announcement>) => {
      if (data.appointmentId !== appointmentId) return;
      setInCall(data.inCall);
      // The lock is let go a moment after the word.
      setTimeout(look, 500);
    };
    const timer = setInterval(look, 5_000);
    // Whoever comes here by leaving the call in this very tab held the lock a moment ago.
    const soon = [500, 1_500].map((ms) => setTimeout(look, ms));
    document.addEventListener('visibilitychange', look);
    void look();
    return () => {
      gone = true;
      channel.close();
      clearInterval(timer);
      soon.forEach(clearTimeout);
      document.removeEventListener('visibilitychange', look);
    };
  }, [appointmentId]);
  return inCall;
}
