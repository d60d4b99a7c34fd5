/** Hertz: C and E, which old ears hear as well as young ones. */
const NOTES = [523.25, 659.25];
/** Seconds that a note takes, with the silence after it. */
const NOTE = 0.6;
/** Seconds of silence before them, while a headset wakes up, and after them, until the last has come through. */
const REST = 0.3;
const LOUD = 0.4;

export interface Notes {
  stream: MediaStream;
  /** To be called once the stream is played: resolves at the end of the last note. */
  sound: () => Promise<void>;
}

/** Two notes, one after the other, in a stream that an <audio> can send to a chosen speaker. Nothing is left of it once it is `over`. */
export function twoNotes(over: AbortSignal, loud = LOUD): Notes {
  over.throwIfAborted();
  const context = new AudioContext();
  const way = new MediaStreamAudioDestinationNode(context);
  const close = () => {
    for (const track of way.stream.getTracks()) track.stop();
    void context.close();
  };
  over.addEventListener('abort', close, { once: true });
  // Within the click: Safari starts it suspended, and a stream without a sample might never begin to play.
  void context.resume().catch(() => {});

  function note(frequency: number, start: number, end: number) {
    const volume = new GainNode(context, { gain: 0 });
    const tone = new OscillatorNode(context, { frequency });
    // A tone that starts or stops at once would click.
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loud, start + 0.03);
    volume.gain.setTargetAtTime(0, start + NOTE / 2, NOTE / 10);
    tone.connect(volume).connect(way);
    tone.start(start);
    tone.stop(end);
    return new Promise<void>((resolve) => tone.addEventListener('ended', () => resolve(), { once: true }));
  }

  async function sound() {
    await context.resume();
    const first = context.currentTime + REST;
    await Promise.all(
      NOTES.map((frequency, index) => note(frequency, first + index * NOTE, first + (index + 1) * NOTE + REST)),
    );
  }

  return { stream: way.stream, sound };
}
