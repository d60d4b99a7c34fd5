import { RoomEvent, Track, VideoQuality } from 'livekit-client';
import { describe, expect, it } from 'vitest';
import { FakeMediaTrack, FakePage, freshMemory } from '@/tests/support/fake-browser';
import { FakeRoom, fakeWrap } from '@/tests/support/fake-room';
import type { DeviceProblem } from './acquire';
import { LocalTracks } from './local-tracks';

const { Camera, Microphone, ScreenShare } = Track.Source;
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

function setUp() {
  const room = new FakeRoom();
  const page = new FakePage();
  const memory = freshMemory();
  const tracks = new LocalTracks({ room: room.asRoom, memory, page, wrap: fakeWrap });
  room.on(RoomEvent.SignalConnected, tracks.publishWanted);
  const camera = new FakeMediaTrack('video');
  const microphone = new FakeMediaTrack('audio');
  const device = (track: FakeMediaTrack | null, on = true, problem: DeviceProblem | null = null) => ({
    on,
    problem,
    track: track as MediaStreamTrack | null,
  });
  const sent = (source: Track.Source) => room.localParticipant.getTrackPublication(source);
  return { room, page, memory, tracks, camera, microphone, device, sent };
}

async function sending() {
  const all = setUp();
  all.tracks.adopt({ camera: all.device(all.camera), microphone: all.device(all.microphone) });
  await all.room.connect('wss://sfu', 'token');
  await settle();
  return all;
}

describe('on connecting', () => {
  it('sends the tracks that the door opened, and opens none again', async () => {
    const { room, tracks, camera, microphone, sent } = await sending();
    expect(sent(Camera)?.track.mediaStreamTrack).toBe(camera);
    expect(sent(Microphone)?.track.mediaStreamTrack).toBe(microphone);
    expect(room.opened).toEqual([]);
    expect(tracks.wanted.get()).toEqual({ camera: true, microphone: true });
  });

  it('sends nothing that is off or in trouble', async () => {
    const { room, tracks, device, microphone } = setUp();
    tracks.adopt({ camera: device(null, true, 'busy'), microphone: device(microphone, false) });
    await room.connect('wss://sfu', 'token');
    await settle();
    expect(room.localParticipant.publications.size).toBe(0);
    expect(tracks.wanted.get()).toEqual({ camera: false, microphone: false });
  });

  it('opens a wanted device that is not there', async () => {
    const { room, tracks, device, camera, sent } = setUp();
    tracks.adopt({ camera: device(camera), microphone: device(null) });
    camera.stop();
    await room.connect('wss://sfu', 'token');
    await settle();
    expect(room.opened.map(({ kind }) => kind).sort()).toEqual(['audio', 'video']);
    expect(sent(Camera)?.track.mediaStreamTrack.readyState).toBe('live');
  });

  it('counts a device as off that cannot be opened', async () => {
    const { room, tracks, device, microphone } = setUp();
    tracks.adopt({ camera: device(null), microphone: device(microphone) });
    room.localParticipant.refusal = new Error('busy');
    await room.connect('wss://sfu', 'token');
    await settle();
    expect(tracks.wanted.get()).toEqual({ camera: false, microphone: true });
  });

  it('sends the same tracks, and the screen, after a connection was lost', async () => {
    const { room, tracks, camera, sent } = await sending();
    await tracks.share(true);
    const screen = sent(ScreenShare)?.track;
    room.lose();
    expect(room.localParticipant.publications.size).toBe(0);
    await room.connect('wss://sfu', 'again');
    await settle();
    expect(sent(Camera)?.track.mediaStreamTrack).toBe(camera);
    expect(sent(ScreenShare)?.track).toBe(screen);
  });
});

describe('set', () => {
  it('mutes and unmutes, without opening anything again', async () => {
    const { room, tracks, sent } = await sending();
    await tracks.set('microphone', false);
    expect(sent(Microphone)?.isMuted).toBe(true);
    expect(tracks.wanted.get()).toEqual({ camera: true, microphone: false });
    await tracks.set('microphone', true);
    expect(sent(Microphone)?.isMuted).toBe(false);
    expect(room.opened).toEqual([]);
  });

  it('stays off after a lost connection', async () => {
    const { room, tracks } = await sending();
    await tracks.set('camera', false);
    room.lose();
    await room.connect('wss://sfu', 'again');
    await settle();
    expect(room.localParticipant.isCameraEnabled).toBe(false);
    expect(room.localParticipant.isMicrophoneEnabled).toBe(true);
    await tracks.set('camera', true);
    expect(room.localParticipant.isCameraEnabled).toBe(true);
  });

  it('says that a device would not open, which then is off', async () => {
    const { room, tracks, device, microphone } = setUp();
    tracks.adopt({ camera: device(null, false), microphone: device(microphone) });
    await room.connect('wss://sfu', 'token');
    room.localParticipant.refusal = new Error('busy');
    await expect(tracks.set('camera', true)).rejects.toThrow('busy');
    expect(tracks.wanted.get()).toEqual({ camera: false, microphone: true });
  });
});

describe('share', () => {
  it('stops the screen for good, so that no lost connection brings it back', async () => {
    const { room, tracks, sent } = await sending();
    await tracks.share(true);
    const screen = sent(ScreenShare)?.track.mediaStreamTrack;
    await tracks.share(false);
    expect(screen?.readyState).toBe('ended');
    room.lose();
    await room.connect('wss://sfu', 'again');
    await settle();
    expect(sent(ScreenShare)).toBeUndefined();
  });

  it('says that the person chose no screen', async () => {
    const { room, tracks } = await sending();
    room.localParticipant.refusal = new DOMException('', 'NotAllowedError');
    await expect(tracks.share(true)).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});

describe('resume', () => {
  it('opens again what is wanted, and only that', async () => {
    const { tracks, sent } = await sending();
    await sent(Microphone)?.mute();
    await tracks.resume();
    expect(sent(Microphone)?.isMuted).toBe(false);
    expect(sent(Camera)?.track.restarts).toBe(1);
    await tracks.set('camera', false);
    await tracks.resume();
    expect(sent(Camera)).toMatchObject({ isMuted: true, track: { restarts: 1 } });
  });
});

describe('the pictures of the others', () => {
  it('are paused while the page is hidden, each of them', async () => {
    const { room, page } = await sending();
    room.come('a');
    room.come('b');
    const pictures = [room.show('a', Camera), room.show('b', ScreenShare)];
    const sound = room.show('a', Microphone);
    page.hide();
    expect(pictures.map(({ enabled }) => enabled)).toEqual([false, false]);
    expect(sound.enabled).toBe(true);
    page.hide(false);
    expect(pictures.map(({ enabled }) => enabled)).toEqual([true, true]);
  });

  it('are small where little data is wanted, but a screen can still be read', async () => {
    const { room, tracks } = await sending();
    room.come('a');
    const [face, screen] = [room.show('a', Camera), room.show('a', ScreenShare)];
    expect(face.wantedQuality).toBe(VideoQuality.HIGH);
    await tracks.setQuality('low');
    expect(face.wantedQuality).toBe(VideoQuality.LOW);
    expect(screen.wantedQuality).toBeUndefined();
  });
});

it('remembers a device that is chosen, and changes to it', async () => {
  const { room, tracks, memory } = await sending();
  await tracks.choose('speaker', 'loud');
  await tracks.choose('camera', 'cam-2');
  expect(room.chosen).toEqual([
    ['audiooutput', 'loud'],
    ['videoinput', 'cam-2'],
  ]);
  expect(memory.choices()).toEqual({ speaker: 'loud', camera: 'cam-2' });
});

it('releases every track, sent or not, and every listener', async () => {
  const { room, page, tracks, camera, microphone, sent } = await sending();
  await tracks.share(true);
  const screen = sent(ScreenShare)?.track.mediaStreamTrack;
  room.off(RoomEvent.SignalConnected, tracks.publishWanted);
  tracks.release();
  expect([camera, microphone, screen].map((track) => track?.readyState)).toEqual(['ended', 'ended', 'ended']);
  expect(room.heard() + page.heard()).toBe(0);
});
