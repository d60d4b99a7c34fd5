import type { DeviceState } from '@/components/call/devices/device-owner';
import type { Memory } from '@/components/call/session/memory';
import { Store } from '@/components/call/session/store';
import { type Notes, twoNotes } from './notes';
import { endOf, play, sendTo } from './playback';
import { record } from './record';

/** Seconds of the microphone that are played back. */
const SECONDS = 5;

/**
 * `sounding` to `sounded`: two notes. `recording`, with the seconds left, to `hearing` to `heard`: the microphone. `interrupted`: it became
 * another meanwhile. `unrecorded` and `unplayed`: the browser could not.
 */
export type SoundState =
  | { at: 'ready' | 'sounding' | 'sounded' | 'hearing' | 'heard' }
  | { at: 'recording'; left: number }
  | { at: 'no_microphone' | 'interrupted' | 'unrecorded' | 'unplayed' };

const READY: SoundState = { at: 'ready' };

/** The browser around a test. */
export interface SoundParts {
  audio: () => HTMLAudioElement;
  notes: (over: AbortSignal) => Notes;
  /** Throws where the browser cannot record. */
  recorder: (track: MediaStreamTrack) => MediaRecorder;
}

const BROWSER: SoundParts = {
  audio: () => new Audio(),
  notes: twoNotes,
  recorder: (track) => new MediaRecorder(new MediaStream([track])),
};

/**
 * Speaker and microphone, tried before a call, one thing at a time. It listens to the microphone that is open and never opens one: what is
 * off stays off. What a run holds (recorder, sound, addresses, an audio context) is let go by its one signal, however it ends.
 */
export class SoundTest {
  readonly store = new Store(READY);
  private run: AbortController | null = null;
  private audio: HTMLAudioElement | null = null;
  private recorded: MediaStreamTrack | null = null;

  constructor(
    private readonly microphone: Store<DeviceState>,
    private readonly memory: Memory,
    private readonly parts: SoundParts = BROWSER,
  ) {}

  /** Heeds the microphone until the returned function is called, which also ends what is under way. */
  readonly begin = () => {
    const unsubscribe = this.microphone.subscribe(this.look);
    return () => {
      unsubscribe();
      this.stop();
    };
  };

  readonly stop = () => this.end(READY);

  readonly sound = () =>
    this.start(async (audio, over) => {
      this.store.set({ at: 'sounding' });
      const { stream, sound } = this.parts.notes(over);
      await sendTo(audio, this.speaker());
      await play(audio, stream, over);
      await sound();
      return { at: 'sounded' };
    });

  /** Records the microphone that is open, and plays it back. */
  readonly echo = async () => {
    const { track, live } = this.microphone.get();
    if (!track || !live) return this.end({ at: 'no_microphone' });
    await this.start(async (audio, over) => {
      this.recorded = track;
      const recording = await this.listen(track, over);
      if (!(recording instanceof Blob)) return recording;
      await sendTo(audio, this.speaker());
      const played = play(audio, recording, over).then(() => this.show({ at: 'hearing' }, over));
      await Promise.all([endOf(audio, over), played]);
      return { at: 'heard' };
    });
  };

  readonly speaker = () => this.memory.choices().speaker;

  readonly chooseSpeaker = async (deviceId: string) => {
    this.memory.choose({ speaker: deviceId });
    const { audio } = this;
    if (!audio) return;
    await sendTo(audio, deviceId).catch(() => this.audio === audio && this.end({ at: 'unplayed' }));
  };

  private async listen(track: MediaStreamTrack, over: AbortSignal): Promise<Blob | SoundState> {
    try {
      const onLeft = (left: number) => this.show({ at: 'recording', left }, over);
      const recording = await record(this.parts.recorder(track), SECONDS, over, onLeft);
      if (!recording) return { at: 'interrupted' };
      return recording.size > 0 ? recording : { at: 'unrecorded' };
    } catch {
      return { at: 'unrecorded' };
    }
  }

  private async start(work: (audio: HTMLAudioElement, over: AbortSignal) => Promise<SoundState>) {
    this.stop();
    const run = new AbortController();
    const audio = this.parts.audio();
    this.run = run;
    this.audio = audio;
    const state = await work(audio, run.signal).catch((): SoundState => ({ at: 'unplayed' }));
    if (!run.signal.aborted) this.end(state);
  }

  private end(state: SoundState) {
    this.run?.abort();
    this.run = null;
    this.audio = null;
    this.recorded = null;
    this.store.set(state);
  }

  private show(state: SoundState, over: AbortSignal) {
    if (!over.aborted) this.store.set(state);
  }

  private look = () => {
    const { on, live, track } = this.microphone.get();
    const { at } = this.store.get();
    if (at === 'no_microphone' && live) this.stop();
    if (at === 'recording' && !(live && track === this.recorded))
      this.end({ at: on ? 'interrupted' : 'no_microphone' });
  };
}
