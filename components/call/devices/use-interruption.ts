import { useEffect, useState } from 'react';
import type { DeviceState } from './device-owner';
import type { LocalMedia } from './local-media';

const PATIENCE = 2_000;

const isTaken = ({ on, track, problem }: DeviceState) =>
  on && (problem === 'busy' || problem === 'unsent' || track?.muted === true);

/** True while the system has taken camera or microphone away although the person wants them sent: an incoming phone call on iOS does. */
export function useInterruption({ store }: LocalMedia): boolean {
  const [interrupted, setInterrupted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const judge = () => setInterrupted(isTaken(store.get().camera) || isTaken(store.get().microphone));
    // Devices blink while they are switched; only what stays away is worth a word.
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(judge, PATIENCE);
    };
    const stop = store.subscribe(look);
    look();
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return interrupted;
}
