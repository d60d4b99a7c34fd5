import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { removeParticipant } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { checkRooms } from '@/lib/calls/commands/check-arrival';
import { joinCall } from '@/lib/calls/commands/join';
import type { VideoTokenRequest } from '@/lib/calls/schema';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';
import { enterRoom, identitiesIn, withLivekit } from '../support/livekit';

// Rounds go over all rooms of an SFU: these have one of their own.
const make = withApplication();
const livekit = withLivekit();
beforeAll(() => livekit.use());

const MINUTE = 60_000;
const REFUSED = { ok: false, code: 'in_another_call' };
const TAKEN = { ok: false, code: 'call_taken' };
const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);

/** A doctor with two visits that are open at once, and a stay in the call of each. */
async function twoVisits() {
  const doctor = await make.person({ role: 'DOCTOR' });
  const [one, two] = [await make.appointment({ doctor }), await make.appointment({ doctor, startsIn: -55 })];
  const endsAt = new Date(Date.now() + 60 * MINUTE);
  await prisma().session.create({
    data: { id: doctor.id, personId: doctor.id, kind: 'STAFF', role: 'DOCTOR', personVersion: 1, endsAt },
  });
  const ask = ({ id }: { id: string }, request: VideoTokenRequest) =>
    joinCall(asActor(doctor), id, new Date(), request);
  const ticketFor = async (visit: { id: string }, request: VideoTokenRequest) => {
    const joined = await ask(visit, request);
    if (!joined.ok) throw new Error(joined.code);
    return joined.ticket;
  };
  const expectIn = (visit: { id: string }, present: boolean) =>
    expect.poll(() => identitiesIn(roomName(visit.id))).toEqual(present ? [doctor.id] : []);
  const enter = async (visit: { id: string }, ticket: Awaited<ReturnType<typeof ticketFor>>) => {
    await enterRoom(ticket);
    await expectIn(visit, true);
  };
  const leave = async (visit: { id: string }) => {
    await removeParticipant(roomName(visit.id), doctor.id);
    await expectIn(visit, false);
  };
  const seat = () => prisma().callSeat.findUniqueOrThrow({ where: { personId: doctor.id } });
  return { doctor, one, two, a: randomUUID(), b: randomUUID(), ask, ticketFor, expectIn, enter, leave, seat };
}

it('the second door asks, and what was begun later stays', async () => {
  const { doctor, one, two, a: laptop, b: phone, ask, ticketFor, expectIn, enter } = await twoVisits();
  await enter(one, await ticketFor(one, { call: laptop, begin: true }));
  expect(await ask(two, { call: phone })).toEqual(REFUSED);
  expect(await ask(two, { call: phone, begin: true })).toEqual(REFUSED);
  expect(await ask(one, { call: laptop, rejoin: true })).toMatchObject({ ok: true });
  expect(await ask(two, { call: phone, leaveOther: true })).toMatchObject({ ok: true });
  await expectIn(one, true);
  await enter(two, await ticketFor(two, { call: phone, begin: true, leaveOther: true }));
  await expectIn(one, false);
  // The laptop comes back by itself, though it once ended another call itself, and then by its owner's hand.
  expect(await ask(one, { call: laptop, rejoin: true })).toEqual(REFUSED);
  expect(await ask(one, { call: laptop, rejoin: true, leaveOther: true })).toEqual(REFUSED);
  await enter(one, await ticketFor(one, { call: laptop, begin: true, leaveOther: true }));
  await checkRooms(new Date());
  await expectIn(one, true);
  // Two doors that were open at once: whoever was let in before is out when the other is begun.
  await prisma().callSeat.update({
    where: { personId: doctor.id },
    data: { appointmentId: two.id, callId: phone, beganAt: later(1) },
  });
  await checkRooms(new Date());
  await expectIn(one, false);
  // A client of release 0.1.0 is asked nothing.
  expect(await ask(two, { rejoin: true })).toMatchObject({ ok: true });
});

it('what comes back by itself reads where the call went on: in this visit by another stay, or in another visit', async () => {
  const { one, two, a, b, ask, ticketFor } = await twoVisits();
  await ticketFor(one, { call: a, begin: true });
  await ticketFor(one, { call: b, begin: true });
  expect(await ask(one, { call: a, rejoin: true })).toEqual(TAKEN);
  await ticketFor(two, { call: b, begin: true });
  expect(await ask(one, { call: a, rejoin: true })).toEqual(REFUSED);
  // By the person's hand it comes in.
  expect(await ask(one, { call: a, leaveOther: true })).toMatchObject({ ok: true });
  expect(await ask(one, { call: a, begin: true, leaveOther: true })).toMatchObject({ ok: true });
  expect(await ask(one, { call: a, rejoin: true })).toMatchObject({ ok: true });
});

it('a call that connected for so long that another was begun meanwhile is out, and does not come back by itself', async () => {
  const { one, two, a, b, ask, ticketFor, expectIn, enter, seat } = await twoVisits();
  const slow = await ticketFor(one, { call: a, begin: true });
  await enter(two, await ticketFor(two, { call: b, begin: true }));
  await enter(one, slow);
  await checkRooms(later(6));
  await expectIn(one, false);
  await expectIn(two, true);
  expect(await ask(one, { call: a, rejoin: true })).toEqual(REFUSED);
  expect(await seat()).toMatchObject({ appointmentId: two.id, callId: b });
});

it('whoever comes from one visit into the next is left in peace before and after their page tells so', async () => {
  const { one, two, a, b, ask, ticketFor, expectIn, enter, leave } = await twoVisits();
  await enter(one, await ticketFor(one, { call: a, begin: true }));
  await leave(one);
  await enter(two, await ticketFor(two, { call: b }));
  await checkRooms(new Date());
  // The word got lost, but the person is in no other call.
  await checkRooms(later(60));
  await expectIn(two, true);
  expect(await ask(two, { call: b, begin: true })).toMatchObject({ ok: true });
  await checkRooms(later(60));
  await expectIn(two, true);
});

it('whoever leaves the other call for this one is in both until their page tells so, and no longer than seconds', async () => {
  const { one, two, a, b, ticketFor, expectIn, enter } = await twoVisits();
  await enter(one, await ticketFor(one, { call: a, begin: true }));
  await enter(two, await ticketFor(two, { call: b, leaveOther: true }));
  await checkRooms(new Date());
  await expectIn(two, true);
  await checkRooms(later(6));
  await expectIn(two, false);
  await expectIn(one, true);
});

it('of two calls that are begun at the same instant one is, and the other is asked about', async () => {
  const { one, two, a, b, ask, ticketFor, expectIn, enter, seat } = await twoVisits();
  const stays = [
    { visit: one, call: a },
    { visit: two, call: b },
  ];
  // Both doors are open, and both connect before either tells.
  for (const { visit, call } of stays) await enter(visit, await ticketFor(visit, { call }));
  const answers = await Promise.all(stays.map(({ visit, call }) => ask(visit, { call, begin: true })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual(REFUSED);
  const { callId } = await seat();
  expect(answers.findIndex(({ ok }) => ok)).toBe(stays.findIndex(({ call }) => call === callId));
  await checkRooms(later(6));
  for (const { visit, call } of stays) await expectIn(visit, call === callId);
});

it('of two that are begun at the same instant, before either connects, one may be in its room', async () => {
  const { one, two, a, b, ticketFor, expectIn, enter, seat } = await twoVisits();
  const stays = [
    { visit: one, call: a },
    { visit: two, call: b },
  ];
  const tickets = await Promise.all(stays.map(({ visit, call }) => ticketFor(visit, { call, begin: true })));
  const { callId } = await seat();
  for (const [i, { visit }] of stays.entries()) await enter(visit, tickets[i] as (typeof tickets)[number]);
  await checkRooms(later(6));
  for (const { visit, call } of stays) await expectIn(visit, call === callId);
});

it('a beginning is decided anew where the seat changed while it was decided', async () => {
  const { doctor, one, two, a, b, ask, ticketFor, enter, seat } = await twoVisits();
  await ticketFor(one, { call: randomUUID(), begin: true });
  await enter(two, await ticketFor(two, { call: b }));
  const third = await prisma().$transaction(async (tx) => {
    await tx.callSeat.update({
      where: { personId: doctor.id },
      data: { appointmentId: two.id, callId: b, beganAt: new Date() },
    });
    const asked = ask(one, { call: a, begin: true });
    // It read the seat as it was before, and waits for the row.
    const waiting = () => prisma().$queryRaw<unknown[]>`SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT INTO call_seat%'`;
    await expect.poll(waiting).toHaveLength(1);
    return { asked };
  });
  expect(await third.asked).toEqual(REFUSED);
  expect(await seat()).toMatchObject({ appointmentId: two.id, callId: b });
});
