/** Seconds, and the notes (Hz) that a message is announced by. */
const LENGTH = 0.18;
const NOTES = [660, 880];

/** Plays two short, soft notes on a speaker (its id; undefined: the system's). Where the browser forbids it, nothing happens. */
export async function chime(speaker: string | undefined): Promise<void> {
  const context = new AudioContext();
  try {
    // Chromium can; elsewhere the system's speaker it is.
    if (speaker && 'setSinkId' in context)
      await (context as { setSinkId(id: string): Promise<void> }).setSinkId(speaker);
    await context.resume();
    const start = context.currentTime;
    for (const [index, frequency] of NOTES.entries()) {
      const at = start + index * LENGTH;
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(0.15, at + 0.02);
      gain.gain.linearRampToValueAtTime(0, at + LENGTH);
      const note = new OscillatorNode(context, { frequency });
      note.connect(gain).connect(context.destination);
      note.start(at);
      note.stop(at + LENGTH);
    }
    await new Promise((done) => setTimeout(done, (NOTES.length + 1) * LENGTH * 1_000));
  } finally {
    await context.close();
  }
}
