const SECOND = 1_000;

/**
 * Records for some seconds, and says how many are left at the start of each. Null: what was recorded ended before. Nothing is written
 * anywhere, and nothing is kept once it is `over`.
 */
export function record(
  recorder: MediaRecorder,
  seconds: number,
  over: AbortSignal,
  onLeft: (left: number) => void,
): Promise<Blob | null> {
  return new Promise((resolve, reject) => {
    const pieces: Blob[] = [];
    let left = seconds;
    const stop = () => {
      clearInterval(clock);
      if (recorder.state !== 'inactive') recorder.stop();
    };
    const tick = () => {
      left--;
      if (left > 0) onLeft(left);
      else stop();
    };
    const listen = { signal: over };
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data), listen);
    recorder.addEventListener('error', reject, listen);
    recorder.addEventListener(
      'stop',
      () => resolve(left > 0 ? null : new Blob(pieces, { type: recorder.mimeType })),
      listen,
    );
    over.addEventListener('abort', stop, { once: true });
    const clock = setInterval(tick, SECOND);
    recorder.start();
    onLeft(left);
  });
}
