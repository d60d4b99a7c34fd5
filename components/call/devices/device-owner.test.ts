import fc from 'fast-check';
import { Track } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDevices, FakePage, freshMemory } from '@/tests/support/fake-browser';
import { FakeRoom, fakeWrap } from '@/tests/support/fake-room';
import { sendingOf } from './device-owner';
import type { Device } from './devices';
import { LocalMedia } from './local-media';
import { LocalTracks } from './local-tracks';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SOURCE = { camera: Track.Source.Camera, microphone: Track.Source.Microphone };
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A browser whose devices take `opening` ms to open, and a room in which something is on its way after `publishing` ms. */
function setUp({ opening = 0, publishing = 0 } = {}) {
  const devices = new FakeDevices();
  Object.defineProperty(devices, 'answer', { get: () => wait(opening) });
  const memory = freshMemory();
  const media = new LocalMedia(devices, memory);
  const room = new FakeRoom();
  room.localParticipant.pace = () => wait(publishing);
  const tracks = new LocalTracks({ room: room.asRoom, media, memory, page: new FakePage(), wrap: fakeWrap });
  const state = (device: Device) => media[device].store.get();
  /** What the others get, whatever is said of it here. */
  const isSent = (device: Device) => {
    const publication = room.localParticipant.getTrackPublication(SOURCE[device]);
    if (!publication || publication.isMuted || room.state !== 'connected') return false;
    const { enabled, readyState } = publication.track.mediaStreamTrack;
    return enabled && readyState === 'live';
  };
  const connect = async () => {
    await room.connect('wss://sfu', 'token');
    await tracks.connect();
  };
  const join = () => {
    tracks.begin();
    return connect();
  };
  return { devices, memory, media, room, tracks, state, isSent, connect, join };
}

describe('what is pressed while a device opens', () => {
  it.each([50, 150, 600])('twice within %d ms leaves it off, and nothing is sent', async (gap) => {
    const { media, join, state, isSent, devices } = setUp({ opening: 1_200, publishing: 300 });
    media.want({ camera: false, microphone: false });
    await media.open();
    await join();
    for (const device of ['microphone', 'camera'] as const) {
      void media[device].toggle();
      await pass(gap);
      void media[device].toggle();
      for (let ms = 0; ms < 6_000; ms += 50) {
        await pass(50);
        expect([device, isSent(device), state(device).live]).toEqual([device, false, false]);
      }
    }
    expect(devices.live()).toEqual([]);
  });

  it('counts also from before the connection: devices of four seconds, turned off in the call', async () => {
    const { media, join, state, isSent, devices } = setUp({ opening: 4_000, publishing: 300 });
    void media.open();
    await pass(500);
    await join();
    void media.microphone.set(false);
    void media.camera.set(false);
    await pass(8_000);
    for (const device of ['microphone', 'camera'] as const) {
      expect(state(device)).toMatchObject({ on: false, live: false });
      expect(isSent(device)).toBe(false);
    }
    expect(devices.live()).toEqual([]);
  });
});

it('a device that is turned off is silent at once, whatever is under way', async () => {
  const { media, join, devices, state } = setUp({ publishing: 3_000 });
  await Promise.all([media.open(), pass(1)]);
  await join();
  await pass(100);
  // Something may reach the others, and nobody is told yet that it does.
  expect(state('microphone').live).toBe(true);
  expect(sendingOf(state('microphone'))).toBe('starting');
  void media.microphone.set(false);
  expect(sendingOf(state('microphone'))).toBe('off');
  expect(devices.opened.find(({ kind }) => kind === 'audio')?.enabled).toBe(false);
  expect(state('microphone').live).toBe(false);
});

it('a camera that is turned off while the call connects has its light off', async () => {
  const { media, join, devices, room } = setUp();
  await Promise.all([media.open(), pass(1)]);
  room.outcomes.push(wait(5_000));
  const joined = join();
  void media.camera.set(false);
  await pass(100);
  expect(devices.live()).toEqual(['audio']);
  await pass(5_000);
  await joined;
  expect(devices.live()).toEqual(['audio']);
});

it('choosing another device leaves off what is off, and uses that one when it is turned on', async () => {
  const { media, devices, join, state } = setUp();
  await Promise.all([media.open(), pass(1)]);
  await media.microphone.set(false);
  void media.choose('microphone', 'mic-2');
  await pass(100);
  expect(state('microphone')).toMatchObject({ on: false, live: false, track: null });
  await join();
  void media.choose('microphone', 'audio');
  void media.choose('microphone', 'mic-2');
  await pass(100);
  expect(devices.live()).toEqual(['video']);
  void media.microphone.set(true);
  await pass(100);
  expect(state('microphone').track?.getSettings().deviceId).toBe('mic-2');
  expect(state('microphone').live).toBe(true);
});

describe('a device that is pulled out', () => {
  it('is replaced by another, which is said, and used again when it is back', async () => {
    const { media, devices, join, state, isSent } = setUp();
    media.choose('camera', 'cam-2');
    await Promise.all([media.open(), pass(1)]);
    await join();
    await pass(5_000);
    expect(state('camera').track?.getSettings().deviceId).toBe('cam-2');
    devices.plug({ camera: ['video'] });
    await pass(100);
    expect(state('camera')).toMatchObject({ live: true, instead: true, problem: null });
    expect(state('camera').track?.getSettings().deviceId).toBe('video');
    expect(isSent('camera')).toBe(true);
    devices.plug({ camera: ['video', 'cam-2'] });
    await pass(100);
    expect(state('camera')).toMatchObject({ live: true, instead: false });
    expect(state('camera').track?.getSettings().deviceId).toBe('cam-2');
    expect(devices.live().sort()).toEqual(['audio', 'video']);
  });

  it('is missing where there is no other, until one comes', async () => {
    const { media, devices, state } = setUp();
    await Promise.all([media.open(), pass(1)]);
    await pass(5_000);
    devices.plug({ camera: [] });
    await pass(100);
    expect(state('camera')).toMatchObject({ on: true, live: false, problem: 'missing' });
    devices.plug({ camera: ['cam-3'] });
    await pass(100);
    expect(state('camera')).toMatchObject({ live: true, problem: null });
  });

  it('is used again in a call, where it was on; what was never on opens by a press alone', async () => {
    const { media, devices, join, state, isSent } = setUp();
    devices.failing = { camera: 'NotReadableError' };
    await Promise.all([media.open(), pass(100)]);
    await join();
    await pass(5_000);
    expect(sendingOf(state('camera'))).toBe('off');
    devices.failing = {};
    devices.plug({ microphone: ['mic-3'], camera: ['video', 'cam-2', 'cam-3'] });
    await pass(5_000);
    expect([isSent('camera'), isSent('microphone')]).toEqual([false, true]);
    void media.camera.toggle();
    await pass(5_000);
    expect(isSent('camera')).toBe(true);
    devices.plug({ camera: [] });
    await pass(5_000);
    expect(sendingOf(state('camera'))).toBe('off');
    devices.plug({ camera: ['cam-3'] });
    await pass(100);
    expect(isSent('camera')).toBe(true);
  });

  it('whose place another does not take is told to the others as off', async () => {
    const { media, devices, join, room, state } = setUp();
    await Promise.all([media.open(), pass(1)]);
    await join();
    await pass(100);
    devices.failing = { camera: 'NotReadableError' };
    void media.choose('camera', 'cam-2');
    await pass(100);
    expect(state('camera')).toMatchObject({ live: false, problem: 'busy' });
    expect(room.localParticipant.isCameraEnabled).toBe(false);
    devices.failing = {};
    void media.camera.toggle();
    await pass(100);
    expect(room.localParticipant.isCameraEnabled).toBe(true);
  });

  it('is not opened again and again where it ends at once', async () => {
    const { media, devices, state } = setUp();
    await Promise.all([media.open(), pass(1)]);
    devices.opened[0]?.end();
    await pass(100);
    expect(state('camera')).toMatchObject({ live: false, problem: 'busy' });
    expect(devices.opened).toHaveLength(2);
  });
});

it('what the system takes for a while is not live meanwhile', async () => {
  const { media, devices, state } = setUp();
  await Promise.all([media.open(), pass(1)]);
  devices.opened[1]?.mute();
  expect(state('microphone').live).toBe(false);
  devices.opened[1]?.mute(false);
  expect(state('microphone').live).toBe(true);
});

it('what could not be sent is sent by the next connection', async () => {
  const { media, room, join, connect, state, isSent } = setUp();
  await Promise.all([media.open(), pass(1)]);
  room.localParticipant.refusal = new Error('no answer');
  await join();
  await pass(100);
  expect(state('camera')).toMatchObject({ live: false, problem: 'unsent' });
  room.localParticipant.refusal = null;
  room.lose();
  await connect();
  await pass(100);
  expect(isSent('camera')).toBe(true);
  expect(state('camera')).toMatchObject({ live: true, problem: null });
});

const device = fc.constantFrom<Device>('camera', 'microphone');
const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('press' as const), device }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 1_500 }) }) },
  fc.record({ do: fc.constant('choose' as const), device, second: fc.boolean() }),
  fc.record({ do: fc.constant('plug' as const), device, second: fc.boolean() }),
  fc.record({ do: fc.constantFrom('lose' as const, 'connect' as const, 'reopen' as const) }),
  fc.record({
    do: fc.constant('fail' as const),
    device,
    how: fc.constantFrom('', 'NotReadableError', 'NotAllowedError'),
  }),
);

it('whatever is pressed, plugged and lost, a device is live exactly when that is said; and in the end all is as it was wanted', async () => {
  const speeds = fc.record({
    opening: fc.constantFrom(0, 40, 1_200, 4_000),
    publishing: fc.constantFrom(0, 30, 900, 2_500),
  });
  const run = fc.asyncProperty(speeds, fc.array(action, { maxLength: 25 }), async (speed, actions) => {
    const all = setUp(speed);
    const { media, room, tracks, connect, devices, state, isSent } = all;
    let inRoom = false;
    const check = () => {
      for (const device of ['camera', 'microphone'] as const) {
        if (isSent(device)) expect(state(device).live, `${device} is sent`).toBe(true);
        if (state(device).live) expect(state(device).on, `${device} is wanted`).toBe(true);
        if (isSent(device)) expect(sendingOf(state(device)), `${device} is sent`).not.toBe('off');
        if (inRoom && sendingOf(state(device)) === 'on')
          expect(isSent(device), `${device} is said to be on`).toBe(true);
      }
    };
    const go = async (ms: number) => {
      for (let gone = 0; gone <= ms; gone += 25) {
        await pass(gone === 0 ? 0 : 25);
        check();
      }
    };
    const ids = { camera: ['video', 'cam-2'], microphone: ['audio', 'mic-2'] };
    void media.open();
    await go(100);
    tracks.begin();
    inRoom = true;
    void connect();
    for (const step of actions) {
      if (step.do === 'press') void media[step.device].toggle();
      else if (step.do === 'pass') await go(step.ms);
      else if (step.do === 'choose') void media.choose(step.device, ids[step.device][Number(step.second)] ?? '');
      else if (step.do === 'plug') devices.plug({ [step.device]: ids[step.device].slice(0, step.second ? 2 : 1) });
      else if (step.do === 'lose') room.lose();
      else if (step.do === 'reopen') void media.reopen();
      else if (step.do === 'fail') devices.failing = { ...devices.failing, [step.device]: step.how };
      else if (room.state === 'disconnected') void connect();
      check();
    }
    if (room.state === 'disconnected') void connect();
    await go(30_000);
    for (const device of ['camera', 'microphone'] as const) {
      const { on, live, problem, track } = state(device);
      expect({ live, sent: isSent(device) }).toEqual({ live: on && !problem, sent: on && !problem });
      if (!on && device === 'camera') expect(track).toBeNull();
    }
    expect(devices.live().length).toBeLessThanOrEqual(2);
    tracks.release();
    await pass(10_000);
    expect(devices.live()).toEqual([]);
    expect(devices.heard() + room.heard()).toBe(0);
  });
  await fc.assert(run, { numRuns: 150 });
}, 60_000);
