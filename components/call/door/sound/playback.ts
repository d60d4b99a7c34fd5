/** Sends what an <audio> plays to a speaker. One that is not there any more leaves the system's own, as it does in the call. */
export async function sendTo(audio: HTMLAudioElement, speaker: string | undefined): Promise<void> {
  if (!speaker || !('setSinkId' in audio)) return;
  try {
    await audio.setSinkId(speaker);
  } catch (error) {
    if ((error as { name?: string } | null)?.name !== 'NotFoundError') throw error;
  }
}

/** Plays until it is `over`, and lets everything go then. Resolves as soon as it plays; rejects where it cannot. */
export async function play(audio: HTMLAudioElement, source: MediaStream | Blob, over: AbortSignal): Promise<void> {
  over.throwIfAborted();
  const url = source instanceof Blob ? URL.createObjectURL(source) : null;
  const release = () => {
    audio.pause();
    audio.srcObject = null;
    audio.removeAttribute('src');
    audio.load();
    if (url) URL.revokeObjectURL(url);
  };
  over.addEventListener('abort', release, { once: true });
  if (url) audio.src = url;
  else audio.srcObject = source as MediaStream;
  await audio.play();
}

/** Waits for the end of what is played. */
export const endOf = (audio: HTMLAudioElement, over: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    audio.addEventListener('ended', () => resolve(), { signal: over });
    audio.addEventListener('error', () => reject(audio.error), { signal: over });
  });
