import { expect, it } from 'vitest';
import { seatVerdict, stayVerdict, tokenExpiry } from './policy';

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
    'moved',
  ],
  [
    'a call comes back so, and would have ended another once',
    seat,
    'another',
    { call: 'older', rejoin: true, leaveOther: true },
    'moved',
  ],
  [
    'the person takes up a call after that of another visit',
    seat,
    'another',
    { call: 'older', rejoin: true, begin: true },
    'elsewhere',
  ],
  ['the person enters on another device', seat, 'visit', { call: 'newer', begin: true }, 'free'],
  ['the person takes it back', seat, 'visit', { call: 'older', rejoin: true, begin: true }, 'free'],
  ['the person stands at another door', seat, 'another', { call: 'newer' }, 'elsewhere'],
  ['the person enters by another door', seat, 'another', { call: 'newer', begin: true }, 'elsewhere'],
])('%s', (_, held, appointmentId, request, verdict) => expect(seatVerdict(held, appointmentId, request)).toBe(verdict));

it.each([
  ['who began another call since', 'older', 'visit', -1, 11, 'outdated'],
  ['whose other device is on its way into this room', 'older', 'visit', -1, 9, 'stays'],
  ['who began the call of another visit', 'older', 'another', -1, 0, 'outdated'],
  ['who is in the one that they began', 'mine', 'visit', -1, 11, 'stays'],
  ['who is in the one that they began, whatever room it is', 'mine', 'another', 1, 60, 'stays'],
  ['who came in after that', 'newer', 'visit', 1, 60, 'stays'],
  ['who came into another visit after that, and is about to tell', 'newer', 'another', 1, 6, 'stays'],
  ['who came into another visit after that, and told nothing', 'newer', 'another', 1, 6.001, 'unbegun'],
  ['whose client has none', null, 'visit', -1, 11, 'stays'],
  ['whose client has none, in another visit', null, 'another', -1, 11, 'stays'],
])('of somebody %s the stay %s in %s: joined at %d s, seen at %d s, %s', (_, call, room, joined, seen, verdict) => {
  const at = (seconds: number) => new Date(seat.beganAt.getTime() + seconds * 1_000);
  expect(stayVerdict(seat, { call, joinedAt: at(joined) }, room, at(seen))).toBe(verdict);
});

it('who never began one stays', () => {
  const joinedAt = new Date('2026-11-24T09:00:00Z');
  expect(stayVerdict(null, { call: 'mine', joinedAt }, 'visit', new Date('2026-11-24T10:00:00Z'))).toBe('stays');
});
