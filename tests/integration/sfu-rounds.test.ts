import { beforeAll, expect, it } from 'vitest';
import { endSession } from '@/lib/accounts/commands/sessions';
import { keepGoing } from '@/lib/adapters/job-runner';
import { listRooms } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { checkArrival, checkRooms } from '@/lib/calls/commands/check-arrival';
import { sweepRooms } from '@/lib/calls/commands/close-room';
import { withApplication } from '../support/application';
import { enterRoom, identitiesIn, signInFor, withLivekit } from '../support/livekit';

// What goes over all rooms of the SFU, on one of its own.
const make = withApplication();
const livekit = withLivekit();
beforeAll(() => livekit.use());

const MINUTE = 60_000;
const expectIn = (room: string, ...people: { id: string }[]) =>
  expect.poll(() => identitiesIn(room)).toEqual(people.map(({ id }) => id).sort());

it('a room is swept away when nothing closed it', async () => {
  const { id, patient, startsAt } = await make.appointment();
  await signInFor(patient, id);
  await sweepRooms(new Date());
  expect(await listRooms()).toContain(roomName(id));
  await sweepRooms(new Date(startsAt.getTime() + 121 * MINUTE));
  expect(await listRooms()).not.toContain(roomName(id));
});

it('whoever lets no media connect, of whom the SFU tells nobody, is out when their session ended; never the same person by a good one', async () => {
  const { id, patient, doctor, startsAt } = await make.appointment();
  const room = roomName(id);
  const [stolen, own] = [await signInFor(patient, id), await signInFor(patient, id)];
  await enterRoom((await signInFor(doctor, id)).ticket);
  await enterRoom(stolen.ticket);
  await expectIn(room, patient, doctor);
  await checkRooms(new Date());
  expect(await identitiesIn(room)).toHaveLength(2);
  await endSession(stolen.session.sessionId, new Date());
  await checkRooms(new Date());
  await expectIn(room, doctor);
  // The word of the old one's arrival comes late, when the person is back by their own.
  await enterRoom(own.ticket);
  await expectIn(room, patient, doctor);
  await checkArrival(
    { room, identity: patient.id, session: stolen.session.sessionId, call: null, joinedAt: new Date() },
    new Date(),
  );
  await checkRooms(new Date());
  expect(await identitiesIn(room)).toHaveLength(2);
  await checkRooms(new Date(startsAt.getTime() + 121 * MINUTE));
  expect(await listRooms()).not.toContain(room);
});

it('a round goes on until it is told to stop', async () => {
  const stop = new AbortController();
  let rounds = 0;
  const go = async () => {
    if (++rounds === 3) stop.abort();
  };
  await keepGoing({ name: 'test', go, rest: 1 }, stop.signal);
  expect(rounds).toBe(3);
});
