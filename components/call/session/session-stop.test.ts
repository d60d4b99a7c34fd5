import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atDoor, grant, inCall, refusal, sessionToTest, settle } from '@/tests/support/call-session';
import { deferred } from '@/tests/support/fake-browser';
import type { TicketResult } from './ticket';

const CALL = '01930000-0000-4000-8000-000000000001';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('stop', () => {
  const nothingLeft = ({
    devices,
    page,
    rooms,
  }: Pick<ReturnType<typeof sessionToTest>, 'devices' | 'page' | 'rooms'>) => {
    expect(devices.live()).toEqual([]);
    expect(page.heard()).toBe(0);
    expect(rooms.map((room) => [room.state, room.heard()])).toEqual(rooms.map(() => ['disconnected', 0]));
  };

  it('leaves the note of a reload to the start that comes, as StrictMode has it', async () => {
    const { session, memory, page, at } = sessionToTest();
    memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
    page.reloaded = true;
    session.stop();
    await session.start();
    expect(at()).toMatchObject({ at: 'in_call', link: 'up' });
  });

  it('may come between two starts', async () => {
    const all = sessionToTest();
    const first = all.session.start();
    all.session.stop();
    await Promise.all([first, all.session.start()]);
    await settle();
    expect(all.at()).toMatchObject({ at: 'prejoin' });
    expect(all.devices.live()).toEqual(['video', 'audio']);
    expect(all.rooms).toHaveLength(1);
    all.session.stop();
    nothingLeft(all);
  });

  it('at the door stops asking for tickets', async () => {
    const all = await atDoor();
    all.session.stop();
    nothingLeft(all);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(all.requestTicket).toHaveBeenCalledOnce();
    expect(all.at()).toEqual({ at: 'checking' });
  });

  it('while the ticket is on its way', async () => {
    const all = sessionToTest();
    const answer = deferred<TicketResult>();
    all.answers.push(answer.promise);
    await all.session.start();
    all.session.stop();
    answer.resolve(refusal('too_late'));
    await settle();
    expect(all.at()).toEqual({ at: 'checking' });
    nothingLeft(all);
  });

  it.each(['at the door', 'after the click'])('while the code is on its way, %s', async (when) => {
    const all = sessionToTest();
    const code = deferred<{ openRoom: typeof all.openRoom }>();
    all.loadRoom.mockReturnValue(code.promise);
    await all.session.start();
    await settle();
    const joined = when === 'after the click' ? all.session.join() : null;
    all.session.stop();
    code.resolve({ openRoom: all.openRoom });
    await joined;
    await settle();
    expect(all.at()).toEqual({ at: 'checking' });
    expect(all.rooms).toEqual([]);
    nothingLeft(all);
  });

  it('while the connection is made', async () => {
    const all = await atDoor();
    const connection = deferred();
    all.room().outcomes.push(connection.promise);
    const joined = all.session.join();
    all.session.stop();
    connection.resolve();
    await joined;
    await settle();
    expect(all.at()).toEqual({ at: 'checking' });
    nothingLeft(all);
  });

  it('while a reload waits for its ticket and its devices', async () => {
    const all = sessionToTest();
    all.memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
    all.page.reloaded = true;
    const [answer, question] = [deferred<TicketResult>(), deferred()];
    all.answers.push(answer.promise);
    all.devices.answer = question.promise;
    const started = all.session.start();
    await settle();
    all.session.stop();
    question.resolve();
    await vi.advanceTimersByTimeAsync(1_500);
    answer.resolve(grant('late'));
    await started;
    expect(all.at()).toEqual({ at: 'checking' });
    expect(all.room().connects).toEqual([]);
    nothingLeft(all);
  });

  it('in the call is like leaving', async () => {
    const all = await inCall();
    all.session.stop();
    await settle();
    expect(all.memory.note('visit')).toMatchObject({ inCall: false });
    nothingLeft(all);
  });
});
