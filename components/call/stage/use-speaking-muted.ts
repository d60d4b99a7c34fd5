import { useEffect, useState } from 'react';
import { hear } from '@/components/call/door/use-level';

/** Milliseconds between two looks, and how many of the last looks have to be loud: a cough is none. */
const EVERY = 150;
const [LOOKS, LOUD] = [10, 6];
/** Of 1, by `loudness`: somebody who speaks to the screen, and no keyboard. */
const SPEECH = 0.25;
/** Milliseconds for which it is said. */
const SHOWN = 6_000;

/**
 * True for a moment when somebody speaks whose microphone is off. It listens to a copy of what is open, in this page alone; where nothing is
 * open, nothing is opened for it.
 * @param track the microphone that is open and sends nothing, or null
 */
export function useSpeakingMuted(track: MediaStreamTrack | null): boolean {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    if (!track) return;
    const copy = track.clone();
    copy.enabled = true;
    let looks: boolean[] = [];
    let until = 0;
    const stop = hear(copy, EVERY, (loudness) => {
      looks = [...looks.slice(1 - LOOKS), loudness > SPEECH];
      if (looks.filter(Boolean).length >= LOUD) until = Date.now() + SHOWN;
      setSpeaking(Date.now() < until);
    });
    return () => {
      stop?.();
      copy.stop();
      setSpeaking(false);
    };
  }, [track]);
  return speaking;
}
