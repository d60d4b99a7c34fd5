import { RoomEvent, Track, TrackEvent, VideoQuality } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDevices, FakePage, freshMemory } from '@/tests/support/fake-browser';
import { FakeRoom, fakeWrap } from '@/tests/support/fake-room';
import { LocalMedia } from './local-media';
import { LocalTracks } from './local-tracks';

const { Camera, Microphone, ScreenShare } = Track.Source;
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

function setUp() {
  const room = new FakeRoom();
  const page = new FakePage();
  const memory = freshMemory();
  const devices = new FakeDevices();
  const media = new LocalMedia(devices, memory);
  const tracks = new LocalTracks({ room: room.asRoom, media, memory, page, wrap: fakeWrap });
  const sent = (source: Track.Source) => room.localParticipant.getTrackPublication(source);
  const connect = async () => {
    tracks.begin();
    await room.connect('wss://sfu', 'token');
    await tracks.connect();
    await settle();
  };
  return { room, page, memory, devices, media, tracks, sent, connect };
}

async function sending() {
  const all = setUp();
  await all.media.open();
  await all.connect();
  return all;
}

describe('on connecting', () => {
  it('sends the tracks that the door opened, and opens none again', async () => {
    const { devices, sent } = await sending();
    expect(devices.opened).toHaveLength(2);
    expect([sent(Camera), sent(Microphone)].map((publication) => publication?.track.mediaStreamTrack)).toEqual(
      devices.opened,
    );
  });

  it('sends nothing that is off or in trouble', async () => {
    const { room, devices, media, connect } = setUp();
    devices.failing = { camera: 'NotReadableError' };
    media.want({ camera: true, microphone: false });
    await media.open();
    await connect();
    expect(room.localParticipant.publications.size).toBe(0);
  });

  it('sends the same tracks, and the screen, after a connection was lost', async () => {
    const { room, tracks, devices, sent } = await sending();
    await tracks.share(true);
    const screen = sent(ScreenShare)?.track;
    room.lose();
    expect(room.localParticipant.publications.size).toBe(0);
    await room.connect('wss://sfu', 'again');
    await tracks.connect();
    await settle();
    expect(sent(Camera)?.track.mediaStreamTrack).toBe(devices.opened[0]);
    expect(sent(ScreenShare)?.track).toBe(screen);
    expect(devices.opened).toHaveLength(2);
  });
});

describe('whoever comes in', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  async function comingIn() {
    const all = setUp();
    await all.media.open();
    all.room.has('doctor');
    const face = all.room.show('doctor', Camera);
    all.tracks.begin();
    await all.room.connect('wss://sfu', 'token');
    return { ...all, face };
  }

  it('sees first: nothing is sent before a picture moves that is on its way', async () => {
    const { tracks, sent, face } = await comingIn();
    void tracks.connect();
    await pass(900);
    expect(sent(Camera)).toBeUndefined();
    face.track.emit(TrackEvent.VideoPlaybackStarted);
    await pass(0);
    expect(sent(Camera)).toBeDefined();
    expect(sent(Microphone)).toBeDefined();
    expect(face.track.listenerCount(TrackEvent.VideoPlaybackStarted)).toBe(0);
  });

  it('waits for no picture of a camera that is off, and for none longer than a second', async () => {
    const { tracks, sent, face, room } = await comingIn();
    void tracks.connect();
    await pass(1_000);
    expect(sent(Camera)).toBeDefined();
    room.lose();
    room.has('doctor').publications.set(Camera, face);
    await face.mute();
    await room.connect('wss://sfu', 'again');
    void tracks.connect();
    await pass(0);
    expect(sent(Camera)).toBeDefined();
  });

  it('is not heard before the server had its chance to object, which lasts three seconds', async () => {
    const { tracks, sent, face } = await comingIn();
    void tracks.connect(new Promise(() => {}));
    face.track.emit(TrackEvent.VideoPlaybackStarted);
    await pass(2_900);
    expect(sent(Microphone)).toBeUndefined();
    await pass(100);
    expect(sent(Microphone)).toBeDefined();
  });

  it('sends nothing that an earlier connection waited with', async () => {
    const { tracks, sent, room } = await comingIn();
    void tracks.connect();
    room.lose();
    await pass(2_000);
    expect(sent(Camera)).toBeUndefined();
  });
});

describe('off and on', () => {
  it('mutes a microphone, which stays open, and stops a camera', async () => {
    const { devices, media, sent } = await sending();
    await media.microphone.set(false);
    await media.camera.set(false);
    expect(sent(Microphone)?.isMuted).toBe(true);
    expect(sent(Camera)?.isMuted).toBe(true);
    expect(devices.live()).toEqual(['audio']);
    await media.microphone.set(true);
    await media.camera.set(true);
    expect(sent(Microphone)?.isMuted).toBe(false);
    expect(sent(Camera)).toMatchObject({ isMuted: false, track: { mediaStreamTrack: devices.opened[2] } });
    expect(devices.asked).toHaveLength(2);
  });

  it('stays off after a lost connection', async () => {
    const { room, media, tracks } = await sending();
    await media.camera.set(false);
    room.lose();
    await room.connect('wss://sfu', 'again');
    await tracks.connect();
    await settle();
    expect(room.localParticipant.isCameraEnabled).toBe(false);
    expect(room.localParticipant.isMicrophoneEnabled).toBe(true);
    await media.camera.set(true);
    expect(room.localParticipant.isCameraEnabled).toBe(true);
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
    await tracks.connect();
    await settle();
    expect(sent(ScreenShare)).toBeUndefined();
  });

  it('is stopped while there is no connection, and is said to be on until then', async () => {
    const { room, tracks, sent } = await sending();
    await tracks.share(true);
    const screen = sent(ScreenShare)?.track.mediaStreamTrack;
    room.lose();
    expect(tracks.sharing.get()).toBe(true);
    await tracks.share(false);
    expect([tracks.sharing.get(), screen?.readyState]).toEqual([false, 'ended']);
    await room.connect('wss://sfu', 'again');
    await tracks.connect();
    await settle();
    expect(sent(ScreenShare)).toBeUndefined();
  });

  it('is over when its browser ends it, and is one at a time', async () => {
    const { tracks, sent } = await sending();
    await tracks.share(true);
    const screen = sent(ScreenShare)?.track.mediaStreamTrack;
    await tracks.share(true);
    expect(sent(ScreenShare)?.track.mediaStreamTrack).toBe(screen);
    screen?.end();
    expect(tracks.sharing.get()).toBe(false);
  });

  it('says that the person chose no screen', async () => {
    const { room, tracks } = await sending();
    room.localParticipant.refusal = new DOMException('', 'NotAllowedError');
    await expect(tracks.share(true)).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});

describe('resume', () => {
  it('opens again what is wanted and gives nothing, and only that', async () => {
    const { devices, media, sent } = await sending();
    devices.opened[1]?.mute();
    await media.reopen();
    expect(sent(Microphone)?.track.mediaStreamTrack).toBe(devices.opened[2]);
    expect(sent(Microphone)?.isMuted).toBe(false);
    expect(sent(Camera)?.track.mediaStreamTrack).toBe(devices.opened[0]);
    await media.camera.set(false);
    await media.reopen();
    expect(sent(Camera)?.isMuted).toBe(true);
    expect(devices.opened).toHaveLength(3);
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
    expect(face.videoQuality).toBe(VideoQuality.HIGH);
    await tracks.setQuality('low');
    expect(face.videoQuality).toBe(VideoQuality.LOW);
    expect(screen.wantedQuality).toBeUndefined();
  });
});

it('remembers a device that is chosen, and changes to it', async () => {
  const { room, tracks, devices, media, memory, sent } = await sending();
  await tracks.chooseSpeaker('loud');
  await media.choose('camera', 'cam-2');
  expect(room.chosen).toEqual([['audiooutput', 'loud']]);
  expect(memory.choices()).toEqual({ speaker: 'loud', camera: 'cam-2' });
  expect(sent(Camera)).toMatchObject({ isMuted: false, track: { mediaStreamTrack: { deviceId: 'cam-2' } } });
  expect(devices.opened[0]?.readyState).toBe('ended');
});

it('uses the speaker that was chosen after the room was made', async () => {
  const { room, memory, connect } = setUp();
  memory.choose({ speaker: 'loud' });
  await connect();
  expect(room.chosen).toEqual([['audiooutput', 'loud']]);
});

it('uses the chosen speaker again when it is back, after LiveKit took another', async () => {
  const { room, tracks } = await sending();
  await tracks.chooseSpeaker('loud');
  await room.switchActiveDevice('audiooutput', 'default');
  room.emit(RoomEvent.MediaDevicesChanged);
  expect(room.getActiveDevice('audiooutput')).toBe('loud');
});

it('turns to the other side of a phone', async () => {
  const { tracks, devices } = await sending();
  await tracks.flip();
  expect(devices.asked.at(-1)?.video).toMatchObject({ facingMode: 'environment' });
  await tracks.flip();
  expect(devices.asked.at(-1)?.video).toMatchObject({ facingMode: 'user' });
});

it('asks the camera for the quality that is wanted, without opening it again', async () => {
  const { tracks, devices } = await sending();
  await tracks.setQuality('low');
  expect(devices.opened[0]?.applied).toMatchObject({ height: 360, frameRate: 15 });
  expect(devices.opened).toHaveLength(2);
});

it('asks every camera that opens later for the quality that is wanted', async () => {
  const { tracks, devices, media } = await sending();
  await media.camera.set(false);
  await tracks.setQuality('low');
  await media.camera.set(true);
  expect(devices.opened.at(-1)?.applied).toMatchObject({ height: 360, frameRate: 15 });
  await tracks.flip();
  expect(devices.opened).toHaveLength(4);
  expect(devices.opened.at(-1)?.applied).toMatchObject({ height: 360, frameRate: 15 });
});

it('releases every track, sent or not, and every listener', async () => {
  const { room, page, tracks, devices, sent } = await sending();
  await tracks.share(true);
  const screen = sent(ScreenShare)?.track.mediaStreamTrack;
  tracks.release();
  expect([...devices.opened, screen].map((track) => track?.readyState)).toEqual(['ended', 'ended', 'ended']);
  expect(room.heard() + page.heard() + devices.heard()).toBe(0);
});
