import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atDoor, inCall, refusal, sessionToTest, settle } from '@/tests/support/call-session';
import { deferred } from '@/tests/support/fake-browser';
import type { FakeRoom } from '@/tests/support/fake-room';

const CALL = '01930000-0000-4000-8000-000000000001';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('start', () => {
  it.each(['insecure', 'unsupported'] as const)('fails where the page is %s', async (obstacle) => {
    const { session, page, devices, at } = sessionToTest();
    page.blocked = obstacle;
    await session.start();
    expect(at()).toEqual({ at: 'failed', code: obstacle });
    expect(devices.asked).toEqual([]);
  });

  it('opens the door: devices, code, ticket and connection are made ready', async () => {
    const { at, devices, preload, requestTicket, room } = await atDoor();
    expect(at()).toMatchObject({ at: 'prejoin' });
    expect(devices.live()).toEqual(['video', 'audio']);
    expect(preload).toHaveBeenCalledOnce();
    expect(requestTicket).toHaveBeenCalledOnce();
    expect(room().prepared).toEqual(['wss://sfu']);
  });

  it('goes straight in after a reload, with the devices as they were, as the same stay', async () => {
    const { session, memory, page, devices, states, room, requestTicket } = sessionToTest();
    memory.keepNote('visit', { camera: false, microphone: true, inCall: true, call: CALL });
    page.reloaded = true;
    await session.start();
    await settle();
    expect(states).toEqual(['connecting', 'in_call connecting', 'in_call up']);
    // What comes back by itself begins nothing.
    expect(requestTicket.mock.calls).toEqual([['visit', { call: CALL, rejoin: true }]]);
    expect(devices.live()).toEqual(['audio']);
    expect(room().localParticipant.isMicrophoneEnabled).toBe(true);
    expect(room().localParticipant.isCameraEnabled).toBe(false);
  });

  it.each(['call_unavailable', 'site_unreachable', 'of_a_proxy'])(
    'is no way in of its own after a reload: %s is passing, and the other device keeps the call',
    async (code) => {
      const { session, memory, page, answers, states, requestTicket } = sessionToTest();
      memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
      page.reloaded = true;
      answers.push(refusal(code), refusal(code), refusal('call_taken'));
      void session.start();
      await vi.advanceTimersByTimeAsync(5_000);
      expect(states.at(-1)).toBe('elsewhere');
      expect(requestTicket.mock.calls.map(([, { begin }]) => begin)).toEqual([undefined, undefined, undefined]);
    },
  );

  it('comes back after a reload once the SFU lets it in', async () => {
    const { session, memory, page, openRoom, loadRoom, states, requestTicket } = sessionToTest();
    loadRoom.mockImplementation(async () => ({
      openRoom: (options, parts) => {
        const call = openRoom(options, parts);
        (call.room as unknown as FakeRoom).outcomes.push(Promise.reject(new Error('not yet')));
        return call;
      },
    }));
    memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
    page.reloaded = true;
    void session.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(states).toEqual(['connecting', 'in_call connecting', 'in_call restoring', 'in_call up']);
    expect(requestTicket.mock.calls.map(([, { begin }]) => begin)).toEqual([undefined, undefined]);
  });

  it('begins with what was wanted last in this visit, in another tab too', async () => {
    const { session, memory, devices } = sessionToTest();
    memory.keepNote('visit', { camera: true, microphone: true, inCall: false, call: CALL });
    memory.keepWishes('visit-me', { camera: false, microphone: true });
    await session.start();
    await settle();
    expect(devices.live()).toEqual(['audio']);
    // Of another visit, or another person, it says nothing.
    memory.keepWishes('visit-ana', { camera: true, microphone: false });
    await session.retry();
    expect(devices.live()).toEqual(['audio']);
    memory.keepWishes('visit-me', { camera: true, microphone: false });
    await session.leave();
    session.toDoor();
    await settle();
    expect(devices.live()).toEqual(['video']);
  });

  it('starts before the door when the reload was long ago, or was none, with what was wanted last', async () => {
    for (const reloaded of [true, false]) {
      const { session, memory, page, devices, at } = sessionToTest();
      memory.keepNote('visit', { camera: true, microphone: false, inCall: true, call: CALL });
      page.reloaded = reloaded;
      if (reloaded) await vi.advanceTimersByTimeAsync(5 * 60_000);
      await session.start();
      await settle();
      expect(at()).toMatchObject({ at: 'prejoin' });
      expect(devices.live()).toEqual(['video']);
    }
  });
});

describe('the door', () => {
  it.each([
    ['too_late', 'too_late'],
    ['appointment_not_found', 'appointment_changed'],
    ['signed_out', 'signed_out'],
  ])('is closed by %s, and everything is let go', async (code, failure) => {
    const { session, answers, at, devices, rooms, page } = sessionToTest();
    answers.push(refusal(code));
    await session.start();
    await settle();
    expect(at()).toEqual({ at: 'failed', code: failure });
    expect(devices.live()).toEqual([]);
    expect(rooms).toEqual([]);
    session.stop();
    expect(page.heard()).toBe(0);
  });

  it.each(['site_unreachable', 'call_unavailable', 'too_many_requests', 'teapot'])(
    'stays open on %s, which may pass until the click',
    async (code) => {
      const { session, answers, at, room } = sessionToTest();
      answers.push(refusal(code));
      await session.start();
      await settle();
      expect(at()).toMatchObject({ at: 'prejoin' });
      await session.join();
      expect(at()).toMatchObject({ at: 'in_call', link: 'up' });
      expect(room().connects.map(({ token }) => token)).toEqual(['token-2']);
    },
  );

  it('says at the click what has not passed', async () => {
    const { session, answers, at, devices } = sessionToTest();
    answers.push(refusal('call_unavailable'), refusal('call_unavailable'));
    await session.start();
    await settle();
    await session.join();
    expect(at()).toEqual({ at: 'failed', code: 'call_unavailable' });
    expect(devices.live()).toEqual([]);
  });

  it('keeps its ticket fresh while the page is seen', async () => {
    const { session, page, requestTicket, room } = await atDoor();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    page.hide();
    await vi.advanceTimersByTimeAsync(90_000);
    expect(requestTicket).toHaveBeenCalledTimes(2);
    // Too old by now: the call takes a new one.
    page.hide(false);
    await session.join();
    expect(room().connects.map(({ token }) => token)).toEqual(['token-3']);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(requestTicket).toHaveBeenCalledTimes(3);
  });
});

describe('join', () => {
  it('connects in the click itself, before the screen changes', async () => {
    const { session, room, states } = await atDoor();
    states.length = 0;
    const joined = session.join();
    expect(room().connects.map(({ token }) => token)).toEqual(['token-1']);
    expect(room().sounds).toBe(1);
    expect(states).toEqual(['in_call connecting']);
    await joined;
    expect(states).toEqual(['in_call connecting', 'in_call up']);
  });

  it('waits for its code where that is late', async () => {
    const { session, loadRoom, openRoom, states } = sessionToTest();
    const code = deferred<{ openRoom: typeof openRoom }>();
    loadRoom.mockReturnValue(code.promise);
    await session.start();
    await settle();
    const joined = session.join();
    expect(states).toEqual(['prejoin', 'connecting']);
    code.resolve({ openRoom });
    await joined;
    expect(states).toEqual(['prejoin', 'connecting', 'in_call connecting', 'in_call up']);
  });

  it('fails where its code does not come', async () => {
    const { session, loadRoom, at, devices } = sessionToTest();
    loadRoom.mockRejectedValue(new Error('offline'));
    await session.start();
    await settle();
    await session.join();
    expect(at()).toEqual({ at: 'failed', code: 'site_unreachable' });
    expect(devices.live()).toEqual([]);
  });

  it('does not wait for someone who leaves the question about the devices open', async () => {
    const { session, devices, at } = sessionToTest();
    devices.answer = new Promise(() => {});
    await session.start();
    await settle();
    await session.join();
    expect(at()).toMatchObject({ at: 'in_call', link: 'up' });
  });

  it('lets go of devices that open after leaving', async () => {
    const { session, devices } = sessionToTest();
    const answer = deferred();
    devices.answer = answer.promise;
    await session.start();
    await session.leave();
    answer.resolve();
    await settle();
    expect(devices.opened).toHaveLength(2);
    expect(devices.live()).toEqual([]);
  });

  it('can be tried again after a failure, with what was wanted last', async () => {
    const { session, room, at, states, devices } = await inCall();
    await session.media.camera.set(false);
    await session.media.microphone.set(false);
    room().lose(2);
    expect(at()).toEqual({ at: 'failed', code: 'elsewhere' });
    expect(devices.live()).toEqual([]);
    states.length = 0;
    await session.retry();
    await settle();
    expect(states).toEqual(['connecting', 'in_call connecting', 'in_call up']);
    expect(devices.live()).toEqual([]);
    expect(room().localParticipant.publications.size).toBe(0);
  });
});

describe('a person who is in the call of another visit', () => {
  it('is told so at the door, and comes in by it when they leave the other one', async () => {
    const { session, answers, at, requestTicket, devices } = sessionToTest();
    answers.push(refusal('in_another_call'));
    await session.start();
    await settle();
    expect(at()).toEqual({ at: 'failed', code: 'in_another_call' });
    expect(devices.live()).toEqual([]);
    session.leaveOther();
    await settle();
    expect(at()).toMatchObject({ at: 'prejoin' });
    await session.join();
    expect(at()).toMatchObject({ at: 'in_call', link: 'up' });
    const [, ...later] = requestTicket.mock.calls.map(([, request]) => request);
    expect(later.map(({ begin, leaveOther }) => ({ begin, leaveOther }))).toEqual([
      { begin: undefined, leaveOther: true },
      { begin: true, leaveOther: true },
    ]);
  });

  it('is told so after the click, where they went there meanwhile', async () => {
    const { session, answers, at, devices } = await atDoor();
    answers.push(refusal('in_another_call'));
    await session.join();
    await settle();
    expect(at()).toEqual({ at: 'failed', code: 'in_another_call' });
    expect(devices.live()).toEqual([]);
  });

  it('or has it on another device by now, does not come back after a reload', async () => {
    const { session, answers, memory, page, at } = sessionToTest();
    memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
    page.reloaded = true;
    answers.push(refusal('call_taken'));
    await session.start();
    expect(at()).toEqual({ at: 'failed', code: 'elsewhere' });
  });
});

describe('in the call', () => {
  it('shows a connection that is lost and back', async () => {
    const { room, states } = await inCall();
    states.length = 0;
    room().lose();
    await settle();
    expect(states).toEqual(['in_call restoring', 'in_call up']);
  });

  it('remembers what is wanted, for good, and for a reload that this is a call', async () => {
    const { session, memory, page } = await inCall();
    expect(memory.note('visit')).toEqual({ camera: true, microphone: true, inCall: true, call: expect.any(String) });
    await session.media.camera.set(false);
    expect(memory.note('visit')).toEqual({ camera: false, microphone: true, inCall: true, call: expect.any(String) });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(memory.note('visit')?.inCall).toBe(false);
    page.leave();
    expect(memory.note('visit')).toEqual({ camera: false, microphone: true, inCall: true, call: expect.any(String) });
    await session.leave();
    expect(memory.note('visit')).toEqual({ camera: false, microphone: true, inCall: false, call: expect.any(String) });
  });

  it('takes itself out of the room when the page goes', async () => {
    const { page, room, at } = await inCall();
    page.leave();
    expect(room().state).toBe('disconnected');
    expect(at()).toMatchObject({ at: 'in_call', link: 'restoring' });
  });

  it('is left for good: devices released, connection closed, back to the door only when asked', async () => {
    const { session, room, at, devices } = await inCall();
    await session.leave();
    expect(at()).toEqual({ at: 'left' });
    expect(room().state).toBe('disconnected');
    expect(devices.live()).toEqual([]);
    session.toDoor();
    await settle();
    expect(at()).toMatchObject({ at: 'prejoin' });
    expect(devices.live()).toEqual(['video', 'audio']);
  });
});
