import { useEffect } from 'react';

/**
 * Tells other tabs of this browser that this one is in the call: a Web Lock, which a killed tab gives back, and a word on a channel.
 * Joining takes the lock from the tab that had it; `onTaken` says so there.
 */
export function useCallLock(appointmentId: string, inCall: boolean, onTaken: () => void) {
  useEffect(() => {
    if (!inCall) return;
    let release: (() => void) | undefined;
    let gone = false;
    const channel = new BroadcastChannel('anteroom-calls');
    const held = () =>
      new Promise<void>((resolve) => {
        release = resolve;
        if (gone) resolve();
        else channel.postMessage({ appointmentId, inCall: true });
      });
    navigator.locks?.request(`anteroom-call-${appointmentId}`, { steal: true }, held).catch(() => {
      if (!gone) onTaken();
    });
    return () => {
      gone = true;
      release?.();
      channel.postMessage({ appointmentId, inCall: false });
      channel.close();
    };
  }, [appointmentId, inCall, onTaken]);
}
