import type { Page } from '@playwright/test';

interface Playing {
  audio: HTMLAudioElement;
  /** A recording that is played; null: a stream. */
  recording: Blob | null;
  /** Seconds that it had played when it ended, or was put away. */
  played: number;
  ended: boolean;
  /** From 0 to 1, of the loudest sample of a stream so far. */
  peak: number;
}

interface SoundProbe {
  playing: Playing[];
  recorders: MediaRecorder[];
  contexts: AudioContext[];
  urls: Map<string, Blob>;
  speakers: string[];
}

type Probed = { soundProbe: SoundProbe };

/** Runs in the page, before its own code: keeps each <audio> that plays, each recorder, audio context and address of a recording. */
function keepSound() {
  // about:blank is no secure context.
  if (!navigator.mediaDevices) return;
  const probe: SoundProbe = { playing: [], recorders: [], contexts: [], urls: new Map(), speakers: [] };
  Object.assign(globalThis, { soundProbe: probe });
  const Context = globalThis.AudioContext;
  globalThis.AudioContext = class extends Context {
    constructor(options?: AudioContextOptions) {
      super(options);
      probe.contexts.push(this);
    }
  };
  globalThis.MediaRecorder = class extends MediaRecorder {
    constructor(stream: MediaStream, options?: MediaRecorderOptions) {
      super(stream, options);
      probe.recorders.push(this);
    }
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    const url = createObjectURL.call(URL, object);
    if (object instanceof Blob && object.type.startsWith('audio')) probe.urls.set(url, object);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    probe.urls.delete(url);
    revokeObjectURL.call(URL, url);
  };
  const { setSinkId, play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.setSinkId = function (id) {
    probe.speakers.push(id);
    return setSinkId.call(this, id);
  };

  function measure(stream: MediaStream, entry: Playing) {
    const context = new Context();
    const analyser = new AnalyserNode(context, { fftSize: 2_048 });
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      entry.peak = Math.max(entry.peak, ...samples.map(Math.abs));
      if (entry.audio.srcObject) return;
      clearInterval(timer);
      void context.close();
    }, 20);
  }

  HTMLMediaElement.prototype.play = function () {
    if (!(this instanceof HTMLAudioElement)) return play.call(this);
    const entry: Playing = {
      audio: this,
      recording: probe.urls.get(this.src) ?? null,
      played: 0,
      ended: false,
      peak: 0,
    };
    probe.playing.push(entry);
    const note = () => {
      entry.played = Math.max(entry.played, this.currentTime);
    };
    this.addEventListener('timeupdate', note);
    this.addEventListener('ended', () => {
      note();
      entry.ended = true;
    });
    if (this.srcObject instanceof MediaStream) measure(this.srcObject, entry);
    return play.call(this);
  };
}

export const probeSound = (page: Page) => page.addInitScript(keepSound);

/** What has played so far, in order. `paused`: it plays no longer. */
export const playedSounds = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as Probed).soundProbe.playing.map(({ audio, recording, played, ended, peak }) => ({
      isRecording: recording !== null,
      paused: audio.paused,
      played,
      ended,
      peak,
    })),
  );

/** Seconds and loudest sample (0 to 1) of the last recording that was played. */
export const lastRecording = (page: Page) =>
  page.evaluate(async () => {
    const { playing } = (globalThis as unknown as Probed).soundProbe;
    const blob = playing.findLast(({ recording }) => recording)?.recording;
    if (!blob) return null;
    const context = new OfflineAudioContext(1, 1, 48_000);
    const sound = await context.decodeAudioData(await blob.arrayBuffer());
    const peak = sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    return { seconds: sound.duration, peak };
  });

/** What is held for sound: states of all recorders, addresses of recordings, audio contexts that are open, sounds that play. */
export const heldSound = (page: Page) =>
  page.evaluate(() => {
    const { recorders, urls, contexts, playing } = (globalThis as unknown as Probed).soundProbe;
    return {
      recorders: recorders.map(({ state }) => state),
      urls: urls.size,
      contexts: contexts.filter(({ state }) => state !== 'closed').length,
      playing: playing.filter(({ audio }) => !audio.paused).length,
    };
  });

/** Speakers that sounds were sent to, in order. */
export const askedSpeakers = (page: Page) => page.evaluate(() => (globalThis as unknown as Probed).soundProbe.speakers);
