import { type RefObject, useEffect } from 'react';

/** Loudness from 0 to 1 of a span of samples around 128, spread so that ordinary speech fills the meter. */
export function loudness(samples: Uint8Array): number {
  let sum = 0;
  for (const sample of samples) sum += ((sample - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / (samples.length || 1)) * 5);
}

/** Tells again and again (`every` so many milliseconds) how loud a track is, 0 to 1. Returns how it stops. */
export function hear(track: MediaStreamTrack, every: number, onLoudness: (loudness: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
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

/** Writes the level of a microphone to `--level` (0 to 1) of an element, past React: it changes many times a second. */
export function useLevel(track: MediaStreamTrack | null, meter: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = meter.current;
    if (!track || !element) return;
    const stop = hear(track, 80, (level) => element.style.setProperty('--level', level.toFixed(2)));
    return () => {
      stop();
      element.style.setProperty('--level', '0');
    };
  }, [track, meter]);
}
