import { expect, it } from 'vitest';
import { isOutdated, seatVerdict, tokenExpiry } from './policy';

it.each([
  ['two minutes, where the window is open for longer', '11:00:00.000', '09:02:00.000'],
  ['two minutes, by a millisecond', '09:02:00.001', '09:02:00.000'],
  ['two minutes, to the very end', '09:02:00.000', '09:02:00.000'],
  ['no longer than the window, by a millisecond', '09:01:59.999', '09:01:59.999'],
  ['no longer than the window', '09:00:30.000', '09:00:30.000'],
  ['not at all at its end', '09:00:00.000', '09:00:00.000'],
  ['not at all after it', '08:59:59.999', '08:59:59.999'],
])('a token opens its room for %s', (_, closesAt, expiresAt) => {
  const now = new Date('2026-11-24T09:00:00.000Z');
  expect(tokenExpiry(now, new Date(`2026-11-24T${closesAt}Z`)).toISOString()).toBe(`2026-11-24T${expiresAt}Z`);
});

const seat = { appointmentId: 'visit', callId: 'mine', beganAt: new Date('2026-11-24T09:00:00Z') };

it.each([
  ['nothing was begun', null, 'visit', { call: 'mine', rejoin: true }, 'free'],
  ['the call that was begun last comes back', seat, 'visit', { call: 'mine', rejoin: true }, 'free'],
  ['a call comes back after another was begun', seat, 'visit', { call: 'older', rejoin: true }, 'taken'],
  [
    'a call comes back after that of another visit was begun',
    seat,
    'another',
    { call: 'older', rejoin: true },
    'taken',
  ],
  ['the person enters on another device', seat, 'visit', { call: 'newer', begin: true }, 'free'],
  ['the person takes it back', seat, 'visit', { call: 'older', rejoin: true, begin: true }, 'free'],
  ['the person stands at another door', seat, 'another', { call: 'newer' }, 'elsewhere'],
  ['the person enters by another door', seat, 'another', { call: 'newer', begin: true }, 'elsewhere'],
])('%s', (_, held, appointmentId, request, verdict) => expect(seatVerdict(held, appointmentId, request)).toBe(verdict));

it.each([
  ['who began another call since', 'older', '08:59:59Z', 'visit', 11, true],
  ['whose other device is on its way into this room', 'older', '08:59:59Z', 'visit', 9, false],
  ['who began the call of another visit', 'older', '08:59:59Z', 'another', 0, true],
  ['who is in the one that they began', 'mine', '08:59:59Z', 'visit', 11, false],
  ['who came in after that', 'newer', '09:00:01Z', 'visit', 11, false],
  ['whose client has none', null, '08:59:59Z', 'visit', 11, false],
])('outdated is somebody %s: %s', (_, call, joinedAt, room, seconds, outdated) => {
  const now = new Date(seat.beganAt.getTime() + seconds * 1_000);
  expect(isOutdated(seat, { call, joinedAt: new Date(`2026-11-24T${joinedAt}`) }, room, now)).toBe(outdated);
});
