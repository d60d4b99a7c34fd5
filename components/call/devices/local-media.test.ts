import { describe, expect, it } from 'vitest';
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
    await Promise.resolve();
    expect(state().opening).toBe(true);
    await opened;
    expect(devices.asked).toHaveLength(1);
    expect(devices.live()).toEqual(['video', 'audio']);
    expect(state()).toMatchObject({ opening: false, camera: { on: true, problem: null } });
  });

  it('asks once at a time, and not for what is open', async () => {
    const { devices, media } = setUp();
    await Promise.all([media.open(), media.open()]);
    expect(devices.asked).toHaveLength(1);
  });

  it('asks for the devices that were chosen once, and by preference only', async () => {
    const { devices, media, memory } = setUp();
    memory.choose({ camera: 'cam-2' });
    await media.open();
    expect(devices.asked[0]?.video).toMatchObject({ deviceId: { ideal: 'cam-2' } });
    expect(devices.asked[0]?.audio).not.toHaveProperty('deviceId');
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
    media.toggle('camera', false);
    expect(devices.live()).toEqual(['audio']);
    expect(state().camera).toEqual({ on: false, track: null, problem: null });
    await media.toggle('camera');
    expect(devices.live()).toEqual(['audio', 'video']);
  });

  it('stops a device that was turned off while it opened', async () => {
    const { devices, media } = setUp();
    const answer = deferred();
    devices.answer = answer.promise;
    const opened = media.open();
    await Promise.resolve();
    media.toggle('camera', false);
    answer.resolve();
    await opened;
    expect(devices.live()).toEqual(['audio']);
  });

  it('opens only what is wanted', async () => {
    const { devices, media } = setUp();
    media.want({ camera: false, microphone: true });
    await media.open();
    expect(devices.asked).toMatchObject([{ video: false }]);
    media.want({ camera: false, microphone: false });
    media.release();
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
  expect(devices.asked[1]).toMatchObject({ video: false, audio: { deviceId: { ideal: 'mic-2' } } });
});

it('tells of a device that the system takes away', async () => {
  const { devices, media, state } = setUp();
  await media.open();
  devices.opened[0]?.end();
  expect(state().camera).toEqual({ on: true, track: null, problem: 'busy' });
});

describe('handing over', () => {
  it('gives the open tracks away, and stops none of them', async () => {
    const { devices, media, state } = setUp();
    await media.open();
    const { camera, microphone } = media.handOver();
    expect([camera.track, microphone.track]).toEqual(devices.opened);
    expect(devices.live()).toEqual(['video', 'audio']);
    media.release();
    expect(devices.live()).toEqual(['video', 'audio']);
    expect(state().camera.track).toBeNull();
  });

  it('stops a track that arrives after that', async () => {
    const { devices, media, state } = setUp();
    const answer = deferred();
    devices.answer = answer.promise;
    const opened = media.open();
    await Promise.resolve();
    media.handOver();
    expect(state().opening).toBe(false);
    answer.resolve();
    await opened;
    expect(devices.opened).toHaveLength(2);
    expect(devices.live()).toEqual([]);
  });
});
