import { DisconnectReason, RoomEvent } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalMedia } from '@/components/call/devices/local-media';
import { deferred, FakeDevices, FakePage, freshMemory } from '@/tests/support/fake-browser';
import { FakeRoom, fakeWrap } from '@/tests/support/fake-room';
import { CallRoom, type CallRoomOptions } from './room';
import type { Ticket, TicketResult } from './ticket';

const HOUR = 3_600_000;
const ticket = (token: string): Ticket => ({ serverUrl: 'wss://sfu', token, identity: 'me', fetchedAt: 0 });
const grant = (token: string): TicketResult => ({ ok: true, ticket: ticket(token) });
const refusal = (code: string, retryAfter: number | null = null): TicketResult => ({ ok: false, code, retryAfter });

async function setUp() {
  const room = new FakeRoom();
  const page = new FakePage();
  /** The server's answers, one after the other; without one a token that says how many were asked for. */
  const answers: (TicketResult | Promise<TicketResult>)[] = [];
  let asked = 0;
  const begun = vi.fn<() => Promise<TicketResult>>(async () => grant('begun'));
  const requestTicket = vi.fn<CallRoomOptions['requestTicket']>(async () => {
    asked++;
    return (await answers.shift()) ?? grant(`fresh-${asked}`);
  });
  const onRestoring = vi.fn();
  const onEnd = vi.fn();
  /** That the person enters now is told beside the way in. */
  const ask: CallRoomOptions['requestTicket'] = (request) => (request.rejoin ? requestTicket(request) : begun());
  const memory = freshMemory();
  const devices = new FakeDevices();
  const media = new LocalMedia(devices, memory);
  await media.open();
  const call = new CallRoom(
    {
      appointmentId: 'visit',
      me: 'me',
      now: () => Date.now(),
      roster: () => ['me', 'ana'],
      opensAt: 0,
      closesAt: Date.now() + HOUR,
      requestTicket: ask,
      onRestoring,
      onEnd,
    },
    { room: room.asRoom, media, memory, page, wrap: fakeWrap },
  );
  const tokens = () => room.connects.map(({ token }) => token);
  return { room, page, answers, begun, requestTicket, onRestoring, onEnd, call, devices, tokens };
}

async function inCall() {
  const all = await setUp();
  await all.call.join(ticket('held'));
  await vi.advanceTimersByTimeAsync(0);
  return all;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('join', () => {
  it('connects with the token at hand, asks for none, and sends camera and microphone', async () => {
    const { call, room, requestTicket, tokens } = await setUp();
    expect(await call.join(ticket('held'))).toBeNull();
    expect(tokens()).toEqual(['held']);
    expect(requestTicket).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(0);
    expect(room.localParticipant.isCameraEnabled).toBe(true);
    expect(room.localParticipant.isMicrophoneEnabled).toBe(true);
  });

  it.each([
    ['in_another_call', 'in_another_call'],
    ['call_taken', 'elsewhere'],
  ])('is over when the server says %s of it', async (code, failure) => {
    const { call, begun, onEnd, devices, room } = await setUp();
    const published = vi.fn();
    room.on(RoomEvent.LocalTrackPublished, published);
    begun.mockResolvedValue(refusal(code));
    expect(await call.join(ticket('held'))).toBeNull();
    await vi.advanceTimersByTimeAsync(0);
    expect(onEnd.mock.calls).toEqual([[failure]]);
    expect(published).not.toHaveBeenCalled();
    expect(devices.live()).toEqual([]);
  });

  it('says it again until the server knows, and goes on meanwhile', async () => {
    const { call, begun, onEnd, room } = await setUp();
    begun.mockResolvedValueOnce(refusal('site_unreachable')).mockResolvedValueOnce(refusal('too_many_requests', 3));
    expect(await call.join(ticket('held'))).toBeNull();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(begun).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toHaveBeenCalledTimes(3);
    expect(onEnd).not.toHaveBeenCalled();
    expect(room.state).toBe('connected');
    expect(room.localParticipant.isMicrophoneEnabled).toBe(true);
  });

  it('is over when the server objects only at a later word', async () => {
    const { call, begun, onEnd } = await setUp();
    begun.mockResolvedValueOnce(refusal('of_a_proxy')).mockResolvedValueOnce(refusal('in_another_call'));
    expect(await call.join(ticket('held'))).toBeNull();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(onEnd.mock.calls).toEqual([['in_another_call']]);
  });

  it('sets out before anything else is waited for', async () => {
    const { call, tokens } = await setUp();
    void call.join(ticket('held'));
    expect(tokens()).toEqual(['held']);
  });

  it('takes a fresh token where the one at hand does not do', async () => {
    const { call, room, requestTicket, tokens } = await setUp();
    room.outcomes.push(Promise.reject(new Error('room gone')));
    expect(await call.join(ticket('held'))).toBeNull();
    expect(tokens()).toEqual(['held', 'fresh-1']);
    expect(requestTicket).toHaveBeenCalledWith({ rejoin: true, begin: true });
  });

  it('fails with the refusal of the server, and gives the devices back', async () => {
    const { call, room, page, devices, answers, onEnd } = await setUp();
    answers.push(refusal('too_late'));
    expect(await call.join(null)).toBe('too_late');
    expect(room.connects).toEqual([]);
    expect(devices.live()).toEqual([]);
    expect(room.heard() + page.heard()).toBe(0);
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('fails when no connection comes about with a fresh token either', async () => {
    const { call, room, devices } = await setUp();
    for (let tries = 0; tries < 2; tries++) room.outcomes.push(Promise.reject(new Error('blocked')));
    expect(await call.join(ticket('held'))).toBe('connection_failed');
    expect(devices.live()).toEqual([]);
  });

  it('is given up by leaving while it connects: no failure, no second try, nothing connected', async () => {
    const { call, room, devices, requestTicket } = await setUp();
    const connection = deferred();
    room.outcomes.push(connection.promise);
    const joined = call.join(ticket('held'));
    await call.leave();
    connection.resolve();
    expect(await joined).toBeNull();
    expect(room.state).toBe('disconnected');
    expect(requestTicket).not.toHaveBeenCalled();
    expect(devices.live()).toEqual([]);
  });

  it('is given up by leaving while it asks for a token', async () => {
    const { call, room, answers } = await setUp();
    const answer = deferred<TicketResult>();
    answers.push(answer.promise);
    const joined = call.join(null);
    await call.leave();
    answer.resolve(grant('late'));
    expect(await joined).toBeNull();
    expect(room.connects).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('comes back with a fresh token each time, until the server refuses', async () => {
    const { room, answers, requestTicket, onRestoring, onEnd, tokens, devices } = await inCall();
    room.lose(DisconnectReason.SERVER_SHUTDOWN);
    expect(onRestoring).toHaveBeenLastCalledWith(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(onRestoring).toHaveBeenLastCalledWith(false);
    room.lose(DisconnectReason.ROOM_DELETED);
    await vi.advanceTimersByTimeAsync(0);
    expect(tokens()).toEqual(['held', 'fresh-1', 'fresh-2']);
    expect(requestTicket).toHaveBeenLastCalledWith({ rejoin: true });
    expect(onEnd).not.toHaveBeenCalled();
    expect(devices.live()).toEqual(['video', 'audio']);

    answers.push(refusal('appointment_canceled'));
    room.lose(DisconnectReason.PARTICIPANT_REMOVED);
    await vi.advanceTimersByTimeAsync(0);
    expect(onEnd.mock.calls).toEqual([['appointment_canceled']]);
    expect(tokens()).toHaveLength(3);
    expect(devices.live()).toEqual([]);
  });

  it('is tried again after growing pauses, for as long as the trouble may pass', async () => {
    const { room, answers, requestTicket, onEnd, tokens } = await inCall();
    for (let tries = 0; tries < 4; tries++) answers.push(refusal('site_unreachable'));
    room.lose();
    const asked: number[] = [];
    const start = Date.now();
    requestTicket.mockImplementation(async () => {
      asked.push(Date.now() - start);
      return answers.shift() ?? grant('fresh');
    });
    await vi.advanceTimersByTimeAsync(60_000);
    // The first question was put at once.
    expect(asked).toEqual([700, 1_800, 3_300, 5_200]);
    expect(tokens()).toEqual(['held', 'fresh']);
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('outlives an answer that nobody knows, and ends only when the call closes', async () => {
    const { room, answers, onEnd, tokens } = await inCall();
    answers.push(refusal('unknown'), refusal('bad_gateway'));
    room.lose();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(tokens()).toHaveLength(2);
    expect(onEnd).not.toHaveBeenCalled();
    answers.push(...Array.from({ length: 500 }, () => refusal('unknown')));
    room.lose();
    await vi.advanceTimersByTimeAsync(HOUR - 60_000);
    expect(onEnd).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(90_000);
    expect(onEnd.mock.calls).toEqual([['too_late']]);
  });

  it('pauses after a connection that fails, too', async () => {
    const { room, tokens } = await inCall();
    for (let tries = 0; tries < 2; tries++) {
      const failed = Promise.reject(new Error('no SFU'));
      failed.catch(() => {});
      room.outcomes.push(failed);
    }
    room.lose();
    await vi.advanceTimersByTimeAsync(699);
    expect(tokens()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(tokens()).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(tokens()).toHaveLength(4);
    expect(room.state).toBe('connected');
  });

  it('is tried at once when the network is back, and not twice', async () => {
    const { room, call, answers, requestTicket } = await inCall();
    answers.push(refusal('too_many_requests', 60));
    room.lose();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    call.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    expect(room.state).toBe('connected');
    call.hurry();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(requestTicket).toHaveBeenCalledTimes(2);
  });

  it('stays lost once the person leaves in the middle of coming back', async () => {
    const { room, call, answers, requestTicket, onEnd } = await inCall();
    answers.push(refusal('site_unreachable'));
    room.lose();
    await vi.advanceTimersByTimeAsync(100);
    await call.leave();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(requestTicket).toHaveBeenCalledTimes(1);
    expect(room.connects).toHaveLength(1);
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('is left even when a connection comes about after that', async () => {
    const { room, call } = await inCall();
    const connection = deferred();
    room.outcomes.push(connection.promise);
    room.lose();
    await vi.advanceTimersByTimeAsync(0);
    expect(room.state).toBe('connecting');
    await call.leave();
    connection.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(room.state).toBe('disconnected');
  });

  it('is not fought over by two tabs of one person', async () => {
    const { room, onEnd, onRestoring, requestTicket } = await inCall();
    room.lose(DisconnectReason.DUPLICATE_IDENTITY);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(onEnd.mock.calls).toEqual([['elsewhere']]);
    expect(onRestoring).not.toHaveBeenCalled();
    expect(requestTicket).not.toHaveBeenCalled();
    expect(room.connects).toHaveLength(1);
  });

  it('that cannot be resumed asks the server before anything else, and gives way where it is told to', async () => {
    const { room, answers, onEnd, onRestoring, tokens } = await inCall();
    room.emit(RoomEvent.Reconnecting);
    await vi.advanceTimersByTimeAsync(0);
    expect(tokens()).toEqual(['held', 'fresh-1']);
    expect(onRestoring.mock.calls).toEqual([[true], [true], [false]]);
    answers.push(refusal('call_taken'));
    room.emit(RoomEvent.Reconnecting);
    expect(room.state).toBe('disconnected');
    await vi.advanceTimersByTimeAsync(0);
    expect(onEnd.mock.calls).toEqual([['elsewhere']]);
    expect(tokens()).toHaveLength(2);
  });

  it('shows what LiveKit repairs by itself, and only in the call', async () => {
    const { room, onRestoring } = await setUp();
    room.emit(RoomEvent.Reconnecting);
    expect(onRestoring).not.toHaveBeenCalled();
    const { room: joined, onRestoring: shown } = await inCall();
    joined.emit(RoomEvent.SignalReconnecting);
    joined.emit(RoomEvent.Reconnected);
    expect(shown.mock.calls).toEqual([[true], [false]]);
  });
});

describe('a page put aside', () => {
  it('disconnects, keeps its devices, and comes back only when it is seen again', async () => {
    const { room, call, devices, requestTicket, onRestoring } = await inCall();
    call.putAside();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(room.state).toBe('disconnected');
    expect(requestTicket).not.toHaveBeenCalled();
    expect(devices.live()).toEqual(['video', 'audio']);
    call.hurry();
    await vi.advanceTimersByTimeAsync(0);
    expect(room.state).toBe('connected');
    expect(room.localParticipant.isCameraEnabled).toBe(true);
    expect(onRestoring.mock.calls).toEqual([[true], [true], [false]]);
  });
});

describe('the end', () => {
  it('releases devices and listeners on leaving', async () => {
    const { room, page, call, devices, onEnd } = await inCall();
    await call.leave();
    expect(devices.live()).toEqual([]);
    expect(room.heard() + page.heard()).toBe(0);
    expect(room.state).toBe('disconnected');
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('is said once when the other tab took the call', async () => {
    const { call, onEnd, devices } = await inCall();
    call.yieldTo();
    call.yieldTo();
    expect(onEnd.mock.calls).toEqual([['elsewhere']]);
    expect(devices.live()).toEqual([]);
  });
});
