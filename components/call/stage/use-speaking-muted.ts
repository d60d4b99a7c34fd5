import { useEffect, useState } from 'react';
import { loudness } from '@/components/call/door/use-level';

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
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 1024 });
    context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    let looks: boolean[] = [];
    let until = 0;
    const timer = setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      looks = [...looks.slice(1 - LOOKS), loudness(samples) > SPEECH];
      if (looks.filter(Boolean).length >= LOUD) until = Date.now() + SHOWN;
      setSpeaking(Date.now() < until);
    }, EVERY);
    return () => {
      clearInterval(timer);
      copy.stop();
      void context.close();
      setSpeaking(false);
    };
  }, [track]);
  return speaking;
}
