import { type RefObject, useEffect, useState } from 'react';

/** Loudness from 0 to 1 of a span of samples around 128, spread so that ordinary speech fills the meter. */
export function loudness(samples: Uint8Array): number {
  let sum = 0;
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / (samples.length || 1)) * 5);
}

/** What listens to a track, or null where the browser lets nothing listen: Firefox does not to a microphone of another sample rate. */
function listener(track: MediaStreamTrack) {
  let context: AudioContext | undefined;
  try {
    context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 512 });
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    return { context, analyser };
  } catch {
    void context?.close();
    return null;
  }
}

/**
 * Tells again and again (`every` so many milliseconds) how loud a track is, 0 to 1.
 * @returns how it stops; null: it cannot be told in this browser, and a call does without
 */
export function hear(
  track: MediaStreamTrack,
  every: number,
  onLoudness: (loudness: number) => void,
): (() => void) | null {
  const listening = listener(track);
  if (!listening) return null;
  const { context, analyser } = listening;
  // Without a click the browser may start it suspended.
  const resume = () => context.resume().catch(() => {});
  addEventListener('pointerdown', resume);
  const samples = new Uint8Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples);
    onLoudness(loudness(samples));
  }, every);
  return () => {
    clearInterval(timer);
    removeEventListener('pointerdown', resume);
    void context.close();
  };
}

/**
 * Writes the level of a microphone to `--level` (0 to 1) of an element, past React: it changes many times a second.
 * @returns whether it can be told in this browser
 */
export function useLevel(track: MediaStreamTrack | null, meter: RefObject<HTMLElement | null>): boolean {
  const [isTold, setIsTold] = useState(true);
  useEffect(() => {
    const element = meter.current;
    if (!track || !element) return;
    const stop = hear(track, 80, (level) => element.style.setProperty('--level', level.toFixed(2)));
    setIsTold(stop !== null);
    return () => {
      stop?.();
      element.style.setProperty('--level', '0');
    };
  }, [track, meter]);
  return isTold;
}
