import { type RemoteParticipant, Track } from 'livekit-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Reception } from './reception';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Somebody whose picture and sound come as long as they are told to flow. */
function setUp() {
  const flowing = { picture: true, sound: true };
  const counts = { picture: 0, sound: 0 };
  const camera = { isMuted: false, isEnabled: true };
  const microphone = { isMuted: false };
  const track = (what: 'picture' | 'sound') => ({
    mediaStreamTrack: { id: what },
    getReceiverStats: async () => {
      if (flowing[what]) counts[what] += 10;
      return what === 'picture'
        ? { type: 'video', framesDecoded: counts.picture, bytesReceived: 1 }
        : { type: 'audio', bytesReceived: counts.sound };
    },
  });
  const [picture, sound] = [track('picture'), track('sound')];
  const person = {
    identity: 'ana',
    getTrackPublication: (source: Track.Source) =>
      source === Track.Source.Camera ? { ...camera, track: picture } : { ...microphone, track: sound },
  } as unknown as RemoteParticipant;
  const people = new Map([['ana', person]]);
  const reception = new Reception({ room: { remoteParticipants: people }, now: () => Date.now() });
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return reception.store.get().get('ana');
  };
  reception.attach();
  return { flowing, camera, microphone, people, reception, after };
}

it('misses nothing while it comes, also in the first moments of a track', async () => {
  const { after } = setUp();
  for (let i = 0; i < 10; i++) expect(await after(1_000)).toBeUndefined();
});

it('says within four seconds what no longer comes, and that it comes again', async () => {
  const { flowing, after } = setUp();
  await after(3_000);
  flowing.picture = false;
  expect(await after(2_000)).toBeUndefined();
  expect(await after(2_000)).toBe('picture');
  flowing.sound = false;
  expect(await after(4_000)).toBe('both');
  flowing.picture = true;
  expect(await after(1_000)).toBe('sound');
  flowing.sound = true;
  expect(await after(1_000)).toBeUndefined();
});

it('misses what is said to be on and is withheld', async () => {
  const { people, after } = setUp();
  const withheld = (trackSid: string) => ({ isMuted: false, isEnabled: true, trackSid });
  people.set('ana', {
    identity: 'ana',
    getTrackPublication: (source: Track.Source) => withheld(source),
  } as unknown as RemoteParticipant);
  expect(await after(2_000)).toBeUndefined();
  expect(await after(2_000)).toBe('both');
});

it('misses nothing that is not sent, or that nobody here asks for', async () => {
  const { flowing, camera, microphone, after } = setUp();
  await after(3_000);
  Object.assign(flowing, { picture: false, sound: false });
  camera.isEnabled = false;
  microphone.isMuted = true;
  expect(await after(10_000)).toBeUndefined();
  camera.isEnabled = true;
  // Not at once: it was not asked for until now.
  expect(await after(1_000)).toBeUndefined();
  expect(await after(4_000)).toBe('picture');
  camera.isMuted = true;
  expect(await after(1_000)).toBeUndefined();
});

it('forgets who left, and stops', async () => {
  const { flowing, people, reception, after } = setUp();
  await after(3_000);
  flowing.picture = false;
  await after(4_000);
  people.clear();
  expect(await after(1_000)).toBeUndefined();
  reception.detach();
  expect(vi.getTimerCount()).toBe(0);
});
