import { vi } from 'vitest';
import { CallRoom } from '@/components/call/session/room';
import { CallSession, type SessionParts } from '@/components/call/session/session';
import type { RequestTicket, TicketResult } from '@/components/call/session/ticket';
import { FakeDevices, FakePage, freshMemory } from './fake-browser';
import { FakeRoom, fakeWrap } from './fake-room';

export const grant = (token: string): TicketResult => ({
  ok: true,
  ticket: { serverUrl: 'wss://sfu', token, identity: 'me', fetchedAt: Date.now() },
});
export const refusal = (code: string): TicketResult => ({ ok: false, code, retryAfter: null });
/** Lets everything happen that waits for no time. */
export const settle = () => vi.advanceTimersByTimeAsync(0);

/** A session in a browser and before a server that tests play; timers are Vitest's. */
export function sessionToTest() {
  const page = new FakePage();
  const devices = new FakeDevices();
  const memory = freshMemory();
  const rooms: FakeRoom[] = [];
  /** The server's answers, one after the other; without one a token that says how many were asked for. */
  const answers: (TicketResult | Promise<TicketResult>)[] = [];
  let asked = 0;
  const requestTicket = vi.fn<RequestTicket>(async () => {
    asked++;
    return (await answers.shift()) ?? grant(`token-${asked}`);
  });
  const openRoom: Awaited<ReturnType<SessionParts['loadRoom']>>['openRoom'] = (options, parts) => {
    const room = new FakeRoom();
    rooms.push(room);
    return new CallRoom(options, { ...parts, room: room.asRoom, wrap: fakeWrap });
  };
  const loadRoom = vi.fn<SessionParts['loadRoom']>(async () => ({ openRoom }));
  const preload = vi.fn();
  const session = new CallSession(
    {
      ...{ appointmentId: 'visit', me: 'me', roster: () => ['me', 'ana'] },
      ...{ now: () => Date.now(), opensAt: 0, closesAt: Number.POSITIVE_INFINITY },
    },
    { page, devices, memory, requestTicket, loadRoom, preload },
  );
  const states: string[] = [];
  session.store.subscribe(() => {
    const state = session.store.get();
    states.push(state.at === 'in_call' ? `in_call ${state.link}` : state.at === 'failed' ? state.code : state.at);
  });
  const at = () => session.store.get();
  const room = () => rooms.at(-1) as FakeRoom;
  return {
    session,
    page,
    devices,
    memory,
    rooms,
    room,
    answers,
    requestTicket,
    openRoom,
    loadRoom,
    preload,
    states,
    at,
  };
}

/** At the door, with everything made ready. */
export async function atDoor() {
  const all = sessionToTest();
  await all.session.start();
  await settle();
  return all;
}

export async function inCall() {
  const all = await atDoor();
  await all.session.join();
  return all;
}
