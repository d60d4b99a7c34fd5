import { RoomEvent, Track } from 'livekit-client';
import { describe, expect, it, vi } from 'vitest';
import { FakeRoom } from '@/tests/support/fake-room';
import { Participants } from './participants';

async function setUp() {
  const room = new FakeRoom();
  const participants = new Participants({ room: room.asRoom, me: 'me' });
  participants.attach();
  const list = () => participants.store.get().map(({ identity, here }) => `${identity} ${here ? 'here' : 'gone'}`);
  const find = (identity: string) => participants.store.get().find((state) => state.identity === identity);
  return { room, participants, list, find };
}

describe('the list', () => {
  it('begins with oneself, before any connection', async () => {
    const { participants } = await setUp();
    expect(participants.store.get()).toMatchObject([{ identity: 'me', local: true, here: true, camera: false }]);
  });

  it('keeps those who left, after those who are there', async () => {
    const { room, list, find } = await setUp();
    await room.connect('wss://sfu', 'token');
    room.come('ana', 'Ana');
    room.come('ben', 'Ben');
    expect(list()).toEqual(['me here', 'ana here', 'ben here']);
    room.go('ana');
    expect(list()).toEqual(['me here', 'ben here', 'ana gone']);
    expect(find('ana')?.name).toBe('Ana');
    room.come('ana', 'Ana');
    expect(list()).toEqual(['me here', 'ben here', 'ana here']);
  });

  it('takes everyone out with a lost connection', async () => {
    const { room, list } = await setUp();
    await room.connect('wss://sfu', 'token');
    room.come('ana');
    room.lose();
    expect(list()).toEqual(['me here', 'ana gone']);
  });

  it('follows microphone, camera and screen', async () => {
    const { room, find } = await setUp();
    await room.connect('wss://sfu', 'token');
    room.come('ana');
    room.show('ana', Track.Source.Camera);
    const microphone = room.show('ana', Track.Source.Microphone);
    const screen = room.show('ana', Track.Source.ScreenShare);
    expect(find('ana')).toMatchObject({ microphone: true, camera: true, sharing: true });
    await microphone.mute();
    await screen.mute();
    room.emit(RoomEvent.TrackMuted);
    expect(find('ana')).toMatchObject({ microphone: false, camera: true, sharing: false });
    room.go('ana');
    expect(find('ana')).toMatchObject({ microphone: false, camera: false, sharing: false });
  });

  it('follows name and quality', async () => {
    const { room, find } = await setUp();
    const ana = room.come('ana', 'Ana');
    ana.name = 'Ana Married';
    room.emit(RoomEvent.ParticipantNameChanged);
    ana.connectionQuality = 'lost';
    room.emit(RoomEvent.ConnectionQualityChanged);
    expect(find('ana')).toMatchObject({ name: 'Ana Married', quality: 'lost' });
  });

  it('stays the same list while nothing changes, as React needs it', async () => {
    const { room, participants } = await setUp();
    room.come('ana');
    const told = vi.fn();
    participants.store.subscribe(told);
    room.emit(RoomEvent.TrackSubscribed);
    room.emit(RoomEvent.Connected);
    expect(told).not.toHaveBeenCalled();
  });
});

it('knows who of the others spoke last', async () => {
  const { room, participants } = await setUp();
  const [ana, ben] = [room.come('ana'), room.come('ben')];
  room.emit(RoomEvent.ActiveSpeakersChanged, [room.localParticipant, ben, ana]);
  expect(participants.speaker.get()).toBe('ben');
  room.emit(RoomEvent.ActiveSpeakersChanged, [room.localParticipant]);
  room.emit(RoomEvent.ActiveSpeakersChanged, []);
  expect(participants.speaker.get()).toBe('ben');
});

it('stops listening', async () => {
  const { room, participants, list } = await setUp();
  participants.detach();
  room.come('ana');
  expect(list()).toEqual(['me here']);
  expect(room.heard()).toBe(0);
});
