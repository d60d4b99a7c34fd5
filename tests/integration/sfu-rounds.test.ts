import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { endSession } from '@/lib/accounts/commands/sessions';
import { prisma } from '@/lib/adapters/database';
import { keepGoing } from '@/lib/adapters/job-runner';
import { listRooms } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { checkArrival, checkRooms } from '@/lib/calls/commands/check-arrival';
import { sweepRooms } from '@/lib/calls/commands/close-room';
import { joinCall } from '@/lib/calls/commands/join';
import type { VideoTokenRequest } from '@/lib/calls/schema';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';
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

it('nobody is in two calls: the second door asks, and what was begun later stays', async () => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const [one, two] = [await make.appointment({ doctor }), await make.appointment({ doctor, startsIn: -55 })];
  const actor = asActor(doctor);
  const ask = (id: string, request: VideoTokenRequest) => joinCall(actor, id, new Date(), request);
  const enter = async (id: string, request: VideoTokenRequest) => {
    const joined = await ask(id, request);
    if (!joined.ok) throw new Error(joined.code);
    await enterRoom(joined.ticket);
  };
  const [laptop, phone] = [randomUUID(), randomUUID()];
  await prisma().session.create({
    data: {
      id: doctor.id,
      personId: doctor.id,
      kind: 'STAFF',
      role: 'DOCTOR',
      personVersion: 1,
      endsAt: new Date(Date.now() + 60 * MINUTE),
    },
  });
  await enter(one.id, { call: laptop, begin: true });
  await expectIn(roomName(one.id), doctor);
  expect(await ask(two.id, { call: phone })).toEqual({ ok: false, code: 'in_another_call' });
  expect(await ask(two.id, { call: phone, begin: true })).toEqual({ ok: false, code: 'in_another_call' });
  expect(await ask(one.id, { call: laptop, rejoin: true })).toMatchObject({ ok: true });
  expect(await ask(two.id, { call: phone, leaveOther: true })).toMatchObject({ ok: true });
  await expectIn(roomName(one.id), doctor);
  await enter(two.id, { call: phone, begin: true, leaveOther: true });
  await expectIn(roomName(one.id));
  // The laptop comes back by itself, and then by its owner's hand.
  expect(await ask(one.id, { call: laptop, rejoin: true })).toEqual({ ok: false, code: 'call_taken' });
  // Two doors that were open at once: whoever was let in before is out when the other is begun.
  const held = await ask(one.id, { call: laptop, begin: true, leaveOther: true });
  if (!held.ok) throw new Error(held.code);
  await enterRoom(held.ticket);
  await expectIn(roomName(one.id), doctor);
  await checkRooms(new Date());
  expect(await identitiesIn(roomName(one.id))).toEqual([doctor.id]);
  await prisma().callSeat.update({
    where: { personId: doctor.id },
    data: { appointmentId: two.id, callId: phone, beganAt: new Date(Date.now() + 1_000) },
  });
  await checkRooms(new Date());
  await expectIn(roomName(one.id));
  // A client of release 0.1.0 is asked nothing.
  expect(await ask(two.id, { rejoin: true })).toMatchObject({ ok: true });
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
