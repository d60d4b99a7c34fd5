import { describe, expect, it, vi } from 'vitest';
import { deferred, FakeDevices, freshMemory } from '@/tests/support/fake-browser';
import { LocalMedia } from './local-media';

function setUp() {
  const devices = new FakeDevices();
  const memory = freshMemory();
  const media = new LocalMedia(devices, memory);
  return { devices, memory, media, state: () => media.store.get() };
}

describe('open', () => {
  it('asks for both with one question', async () => {
    const { devices, media, state } = setUp();
    const opened = media.open();
    expect(state()).toMatchObject({ camera: { on: true, live: false }, microphone: { on: true, live: false } });
    await opened;
    expect(devices.asked).toHaveLength(1);
    expect(devices.live()).toEqual(['video', 'audio']);
    expect(state()).toMatchObject({ camera: { on: true, live: true, problem: null }, microphone: { live: true } });
  });

  it('asks once at a time, and not for what is open', async () => {
    const { devices, media } = setUp();
    await Promise.all([media.open(), media.open()]);
    expect(devices.asked).toHaveLength(1);
  });

  it('asks for just the device that was chosen once', async () => {
    const { devices, media, memory } = setUp();
    memory.choose({ camera: 'cam-2' });
    await media.open();
    expect(devices.asked[0]?.video).toMatchObject({ deviceId: { exact: 'cam-2' } });
    expect(devices.asked[0]?.audio).not.toHaveProperty('deviceId');
    expect(devices.opened.map(({ deviceId }) => deviceId)).toEqual(['cam-2', 'audio']);
  });

  it('takes another where the chosen one is not there, and says so', async () => {
    const { devices, media, memory, state } = setUp();
    memory.choose({ camera: 'at home' });
    await media.open();
    expect(state().camera).toMatchObject({ live: true, instead: true, problem: null });
    expect(state().microphone).toMatchObject({ live: true, instead: false });
    expect(devices.live().sort()).toEqual(['audio', 'video']);
  });

  it.each([
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
  ])('tries each alone after %s, so that one failure costs one device', async (name, problem) => {
    const { devices, media, state } = setUp();
    devices.failing = { camera: name };
    await media.open();
    expect(state()).toMatchObject({ camera: { track: null, problem }, microphone: { problem: null } });
    expect(devices.live()).toEqual(['audio']);
  });

  it('does not put a refused question twice', async () => {
    const { devices, media, state } = setUp();
    devices.failing = { camera: 'NotAllowedError' };
    await media.open();
    expect(devices.asked).toHaveLength(1);
    expect(state()).toMatchObject({ camera: { problem: 'denied' }, microphone: { problem: 'denied' } });
  });

  it('opens the device that is allowed where only the other is refused', async () => {
    const { devices, media, state } = setUp();
    devices.failing = { camera: 'NotAllowedError' };
    devices.granted = ['microphone'];
    await media.open();
    expect(state()).toMatchObject({ camera: { problem: 'denied' }, microphone: { problem: null } });
    expect(devices.live()).toEqual(['audio']);
  });

  it('tries again on demand', async () => {
    const { devices, media, state } = setUp();
    devices.failing = { camera: 'NotReadableError' };
    await media.open();
    devices.failing = {};
    await media.open();
    expect(state().camera.problem).toBeNull();
    expect(devices.live().sort()).toEqual(['audio', 'video']);
  });
});

describe('toggle', () => {
  it('stops a device that is turned off, and opens it again', async () => {
    const { devices, media, state } = setUp();
    await media.open();
    await media.camera.toggle();
    expect(devices.live()).toEqual(['audio']);
    expect(state().camera).toEqual({
      on: false,
      track: null,
      live: false,
      arrived: false,
      problem: null,
      instead: false,
    });
    await media.camera.toggle();
    expect(devices.live()).toEqual(['audio', 'video']);
  });

  it('stops a device that was turned off while it opened', async () => {
    const { devices, media } = setUp();
    const answer = deferred();
    devices.answer = answer.promise;
    const opened = media.open();
    await Promise.resolve();
    void media.camera.toggle();
    answer.resolve();
    await opened;
    expect(devices.live()).toEqual(['audio']);
  });

  it('opens only what is wanted', async () => {
    const { devices, media } = setUp();
    media.want({ camera: false, microphone: true });
    await media.open();
    expect(devices.asked).toMatchObject([{ video: false }]);
    media.release();
    media.want({ camera: false, microphone: false });
    await media.open();
    expect(devices.asked).toHaveLength(1);
  });
});

it('changes the device, lets the former one go, and remembers the choice', async () => {
  const { devices, media, memory } = setUp();
  await media.open();
  await media.choose('microphone', 'mic-2');
  expect(memory.choices()).toEqual({ microphone: 'mic-2' });
  expect(devices.opened.map(({ readyState }) => readyState)).toEqual(['live', 'ended', 'live']);
  expect(devices.asked[1]).toMatchObject({ video: false, audio: { deviceId: { exact: 'mic-2' } } });
});

describe('a microphone that comes', () => {
  it('is offered, and used when the person says so', async () => {
    const { devices, media, memory, state } = setUp();
    await media.open();
    expect(media.offer.get()).toBeNull();
    devices.plug({ microphone: ['default', 'audio', 'mic-2', 'headset'] });
    await vi.waitFor(() => expect(media.offer.get()).toMatchObject({ deviceId: 'headset' }));
    expect(state().microphone.track?.getSettings().deviceId).toBe('audio');
    await media.takeOffer();
    expect(media.offer.get()).toBeNull();
    expect(memory.choices()).toEqual({ microphone: 'headset' });
    expect(state().microphone.track?.getSettings().deviceId).toBe('headset');
  });

  it('is offered no longer when it has gone', async () => {
    const { devices, media } = setUp();
    await media.open();
    devices.plug({ microphone: ['audio', 'headset'] });
    await vi.waitFor(() => expect(media.offer.get()).not.toBeNull());
    devices.plug({ microphone: ['audio'] });
    await vi.waitFor(() => expect(media.offer.get()).toBeNull());
  });

  it('is used without a question where that was chosen', async () => {
    const { devices, media, memory, state } = setUp();
    memory.choose({ takesNew: true });
    await media.open();
    devices.plug({ microphone: ['audio', 'headset'] });
    await vi.waitFor(() => expect(state().microphone.track?.getSettings().deviceId).toBe('headset'));
    expect(media.offer.get()).toBeNull();
  });
});

describe('release', () => {
  it('lets both go, and keeps what was wanted', async () => {
    const { devices, media, state } = setUp();
    await media.open();
    await media.microphone.set(false);
    media.release();
    expect(devices.live()).toEqual([]);
    expect(devices.heard()).toBe(0);
    expect(media.wishes()).toEqual({ camera: true, microphone: false });
    await media.open();
    expect(devices.live()).toEqual(['video']);
    expect(state().microphone.live).toBe(false);
  });

  it('stops a track that arrives after that', async () => {
    const { devices, media } = setUp();
    const answer = deferred();
    devices.answer = answer.promise;
    const opened = media.open();
    await Promise.resolve();
    media.release();
    answer.resolve();
    await opened;
    expect(devices.opened).toHaveLength(2);
    expect(devices.live()).toEqual([]);
  });
});
