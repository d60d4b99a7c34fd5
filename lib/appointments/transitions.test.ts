import { describe, expect, it } from 'vitest';
import type { AppointmentStatus } from '@/lib/appointments/policy';
import { mayBook } from '@/lib/appointments/policy';
import { mayHandOver, mayTransition, moveKind, TRANSITIONS, type TransitionName } from '@/lib/appointments/transitions';

const STATUSES: AppointmentStatus[] = [
  'pending',
  'confirmed',
  'declined',
  'canceled',
  'expired',
  'completed',
  'no_show',
];
const ACTORS = ['patient', 'doctor', 'admin', 'system'] as const;
const startsAt = Date.UTC(2026, 10, 24, 9);
const before = startsAt - 1;

/** Every transition that happens, as one would draw it. */
const DRAWN = {
  before: [
    'pending patient cancel canceled',
    'pending doctor confirm confirmed',
    'pending doctor decline declined',
    'pending doctor cancel canceled',
    'pending admin cancel canceled',
    'confirmed patient cancel canceled',
    'confirmed doctor cancel canceled',
    'confirmed admin cancel canceled',
  ],
  from: [
    'pending patient cancel canceled',
    'pending doctor cancel canceled',
    'pending admin cancel canceled',
    'pending system expire expired',
    'confirmed patient cancel canceled',
    'confirmed doctor cancel canceled',
    'confirmed doctor complete completed',
    'confirmed doctor no_show no_show',
    'confirmed admin cancel canceled',
  ],
};

function allowed(now: number): string[] {
  const names = Object.keys(TRANSITIONS) as TransitionName[];
  return STATUSES.flatMap((status) =>
    ACTORS.flatMap((by) =>
      names
        .filter((name) => mayTransition(name, { status, startsAt }, by, now) === 'ok')
        .map((name) => `${status} ${by} ${name} ${TRANSITIONS[name].to}`),
    ),
  );
}

describe('the life of an appointment', () => {
  it('before its start', () => expect(allowed(before)).toEqual(DRAWN.before));
  it('from its start on', () => expect(allowed(startsAt)).toEqual(DRAWN.from));
  it('says why not', () => {
    const pending = { status: 'pending' as const, startsAt };
    expect(mayTransition('confirm', pending, 'patient', before)).toBe('forbidden');
    expect(mayTransition('confirm', pending, 'doctor', startsAt)).toBe('appointment_over');
    expect(mayTransition('confirm', { status: 'canceled', startsAt }, 'doctor', before)).toBe('appointment_changed');
    expect(mayTransition('no_show', { status: 'confirmed', startsAt }, 'doctor', before)).toBe('too_early');
  });
});

describe('a new time', () => {
  it.each([
    ['pending', 'patient', 'moved'],
    ['pending', 'doctor', 'moved'],
    ['confirmed', 'patient', 'proposed'],
    ['confirmed', 'doctor', 'moved'],
    ['confirmed', 'admin', 'moved'],
    ['canceled', 'doctor', null],
    ['completed', 'admin', null],
    ['confirmed', 'system', null],
  ] as const)('%s, by the %s: %s', (status, by, kind) => expect(moveKind({ status, startsAt }, by, before)).toBe(kind));
  it('is not for a visit that has begun', () =>
    expect(moveKind({ status: 'confirmed', startsAt }, 'doctor', startsAt)).toBeNull());
});

describe('handing over', () => {
  const endsAt = startsAt + 30 * 60_000;
  it.each([
    ['pending', 'admin', before, 'ok'],
    ['pending', 'admin', startsAt, 'appointment_over'],
    ['confirmed', 'admin', before, 'ok'],
    ['confirmed', 'admin', endsAt - 1, 'ok'],
    ['confirmed', 'admin', endsAt, 'appointment_over'],
    ['canceled', 'admin', before, 'appointment_changed'],
    ['completed', 'admin', before, 'appointment_changed'],
    ['confirmed', 'doctor', before, 'forbidden'],
    ['confirmed', 'patient', before, 'forbidden'],
    ['confirmed', 'system', before, 'forbidden'],
  ] as const)('%s, by %s at %d: %s', (status, by, now, verdict) =>
    expect(mayHandOver({ status, startsAt, endsAt }, by, now)).toBe(verdict),
  );
});

it.each([
  ['patient', { doctorId: 'd' }, true],
  ['patient', { doctorId: 'd', patientId: 'me' }, true],
  ['patient', { doctorId: 'd', patientId: 'other' }, false],
  ['doctor', { doctorId: 'me', patientId: 'other' }, true],
  ['doctor', { doctorId: 'd', patientId: 'other' }, false],
  ['admin', { doctorId: 'd', patientId: 'other' }, true],
] as const)('a %s who books %o: %s', (role, visit, may) => {
  expect(mayBook({ id: 'me', role }, visit)).toBe(may);
});
