import { resolveObjectURL } from 'node:buffer';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LocalMedia } from '@/components/call/devices/local-media';
import { deferred, FakeDevices, type FakeMediaTrack, freshMemory } from '@/tests/support/fake-browser';
import { type SoundState, SoundTest } from './sound-test';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** An <audio>, which plays until the test says that it has ended. */
class FakeAudio extends EventTarget {
  src = '';
  srcObject: unknown = null;
  sinkId = '';
  paused = true;
  /** Speakers that cannot be had, with the names of their errors. */
  failing: Record<string, string> = {};
  refusal: Error | null = null;
  async setSinkId(id: string) {
    if (this.failing[id]) throw new DOMException('', this.failing[id]);
    this.sinkId = id;
  }
  async play() {
    if (this.refusal) throw this.refusal;
    this.paused = false;
  }
  pause() {
    this.paused = true;
  }
  removeAttribute() {
    this.src = '';
  }
  load() {}
  end() {
    this.paused = true;
    this.dispatchEvent(new Event('ended'));
  }
}

class FakeRecorder extends EventTarget {
  state: RecordingState = 'inactive';
  readonly mimeType = 'audio/mp4';
  constructor(
    readonly track: FakeMediaTrack,
    private readonly heard: string,
  ) {
    super();
  }
  start() {
    this.state = 'recording';
  }
  stop() {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([this.heard]) }));
      this.dispatchEvent(new Event('stop'));
    });
  }
  fail() {
    this.dispatchEvent(new Event('error'));
  }
}

type Door = Awaited<ReturnType<typeof atDoor>>;

/** At the door, with the microphone open unless it is `off`; `heard` is what a recording consists of. */
async function atDoor({ off = false, heard = 'hello', canRecord = true } = {}) {
  const devices = new FakeDevices();
  const memory = freshMemory();
  const media = new LocalMedia(devices, memory);
  media.want({ camera: true, microphone: !off });
  await Promise.all([media.open(), pass(1)]);
  const audios: FakeAudio[] = [];
  const recorders: FakeRecorder[] = [];
  /** What the browser refuses. */
  const refused: Pick<FakeAudio, 'failing' | 'refusal'> = { failing: {}, refusal: null };
  let openNotes = 0;
  const notes = deferred();
  const test = new SoundTest(media.microphone.store, memory, {
    audio() {
      const audio = Object.assign(new FakeAudio(), refused);
      audios.push(audio);
      return audio as unknown as HTMLAudioElement;
    },
    notes(over) {
      openNotes++;
      over.addEventListener('abort', () => openNotes--);
      return { stream: 'notes' as unknown as MediaStream, sound: () => notes.promise };
    },
    recorder(track) {
      if (!canRecord) throw new ReferenceError('MediaRecorder is not defined');
      const recorder = new FakeRecorder(track as unknown as FakeMediaTrack, heard);
      recorders.push(recorder);
      return recorder as unknown as MediaRecorder;
    },
  });
  const states: SoundState['at'][] = [];
  test.store.subscribe(() => states.push(test.store.get().at));
  const end = test.begin();
  const urls: string[] = [];
  const make = URL.createObjectURL;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = make(blob);
    urls.push(url);
    return url;
  });
  /** Nothing plays, records or is kept. */
  const expectNothingHeld = () => {
    expect(audios.filter(({ paused, src, srcObject }) => !paused || src !== '' || srcObject !== null)).toEqual([]);
    expect(recorders.filter(({ state }) => state !== 'inactive')).toEqual([]);
    expect(urls.filter((url) => resolveObjectURL(url))).toEqual([]);
    expect([openNotes, vi.getTimerCount()]).toEqual([0, 0]);
  };
  return { devices, memory, media, test, refused, audios, recorders, states, end, notes, expectNothingHeld };
}

it('plays two notes on the chosen speaker, and says so once they have sounded', async () => {
  const { test, memory, audios, states, notes, expectNothingHeld } = await atDoor();
  memory.choose({ speaker: 'kitchen' });
  void test.sound();
  await pass(1);
  expect(audios[0]).toMatchObject({ srcObject: 'notes', sinkId: 'kitchen', paused: false });
  notes.resolve();
  await pass(1);
  expect(states).toEqual(['sounding', 'sounded']);
  expectNothingHeld();
});

it('changes the speaker of what plays, and remembers it for the call', async () => {
  const { test, memory, audios } = await atDoor();
  void test.sound();
  await pass(1);
  await test.chooseSpeaker('kitchen');
  expect(audios[0]?.sinkId).toBe('kitchen');
  expect(memory.choices()).toEqual({ speaker: 'kitchen' });
  test.stop();
});

it('plays on the system’s own speaker where the chosen one is gone, and says where another cannot be used', async () => {
  const { test, memory, refused, audios, states, expectNothingHeld } = await atDoor();
  refused.failing = { gone: 'NotFoundError', forbidden: 'NotAllowedError' };
  memory.choose({ speaker: 'gone' });
  void test.sound();
  await pass(1);
  expect(audios[0]).toMatchObject({ sinkId: '', paused: false });
  await test.chooseSpeaker('forbidden');
  expect(states.at(-1)).toBe('unplayed');
  void test.sound();
  await pass(1);
  expect(states.slice(-2)).toEqual(['sounding', 'unplayed']);
  expectNothingHeld();
});

it('says that a sound could not be played', async () => {
  const { test, refused, states, expectNothingHeld } = await atDoor();
  refused.refusal = new DOMException('', 'NotAllowedError');
  await test.sound();
  expect(states).toEqual(['sounding', 'unplayed']);
  expectNothingHeld();
});

it('records five seconds of the open microphone and plays them back, without opening it again', async () => {
  const { test, devices, audios, recorders, expectNothingHeld } = await atDoor();
  void test.echo();
  for (const left of [5, 4, 3, 2, 1]) {
    expect(test.store.get()).toEqual({ at: 'recording', left });
    await pass(1_000);
  }
  expect(test.store.get()).toEqual({ at: 'hearing' });
  expect(recorders.map(({ track, state }) => [track, state])).toEqual([[devices.opened[1], 'inactive']]);
  const kept = resolveObjectURL(audios[0]?.src ?? '');
  expect([await kept?.text(), kept?.type]).toEqual(['hello', 'audio/mp4']);
  audios[0]?.end();
  await pass(1);
  expect(test.store.get()).toEqual({ at: 'heard' });
  expect(devices.asked).toHaveLength(1);
  expect(devices.live().sort()).toEqual(['audio', 'video']);
  expectNothingHeld();
});

it('records nothing of a microphone that is off, until it is on', async () => {
  const { test, media, devices, recorders } = await atDoor({ off: true });
  await test.echo();
  expect(test.store.get()).toEqual({ at: 'no_microphone' });
  await pass(10_000);
  expect([recorders, devices.live()]).toEqual([[], ['video']]);
  void media.microphone.set(true);
  await pass(1);
  expect(test.store.get()).toEqual({ at: 'ready' });
});

it.each([
  ['is turned off', 'no_microphone', (all: Door) => void all.media.microphone.set(false)],
  ['becomes another', 'interrupted', (all: Door) => void all.media.choose('microphone', 'mic-2')],
  ['is pulled out', 'interrupted', (all: Door) => all.devices.plug({ microphone: [] })],
  ['is taken by the system', 'interrupted', (all: Door) => all.devices.opened[1]?.mute()],
  ['goes into a call', 'interrupted', (all: Door) => all.media.microphone.disconnect()],
  ['is tested no longer', 'ready', (all: Door) => all.test.stop()],
  ['is left, with the door', 'ready', (all: Door) => all.end()],
])('stops and plays nothing once the microphone that it records %s', async (_, at, act) => {
  const all = await atDoor();
  void all.test.echo();
  await pass(2_000);
  act(all);
  expect(all.test.store.get()).toEqual({ at });
  all.expectNothingHeld();
  await pass(10_000);
  expect(all.states).not.toContain('hearing');
  expect(all.audios.map(({ src }) => src)).toEqual(['']);
});

it('stops what it plays when it is left', async () => {
  const { test, audios, end, expectNothingHeld } = await atDoor();
  void test.echo();
  await pass(5_000);
  expect(audios[0]?.paused).toBe(false);
  end();
  expectNothingHeld();
});

it.each([
  ['has no recorder', { canRecord: false }, () => {}],
  ['records nothing', { heard: '' }, () => {}],
  ['fails at it', {}, ({ recorders }: Door) => recorders[0]?.fail()],
])('says so where the browser %s', async (_, options, act) => {
  const all = await atDoor(options);
  void all.test.echo();
  act(all);
  await pass(5_000);
  expect(all.test.store.get()).toEqual({ at: 'unrecorded' });
  all.expectNothingHeld();
});

it('does one thing at a time', async () => {
  const { test, audios, recorders } = await atDoor();
  void test.echo();
  await pass(1_000);
  void test.sound();
  await pass(10_000);
  expect([recorders[0]?.state, audios.map(({ paused }) => paused)]).toEqual(['inactive', [true, false]]);
  expect(test.store.get()).toEqual({ at: 'sounding' });
  test.stop();
});
