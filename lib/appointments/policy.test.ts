import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appointmentOfRoom, type Joinable, joinSpan, joinState, nextChange, roomName } from '@/lib/appointments/policy';

const window = { opensMinutesBefore: 30, closesMinutesAfter: 120 };
/** 20 minutes to midnight UTC, so that the span crosses it. */
const startsAt = Date.UTC(2026, 10, 24, 23, 40);
const visit: Joinable = { status: 'confirmed', visitType: 'video', startsAt, endsAt: startsAt + 30 * 60_000 };

/** Seconds after the start, from h:mm:ss. */
function fromStart(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return startsAt + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
const untilStart = (clock: string) => 2 * startsAt - fromStart(clock);
const stateAt = (now: number, appointment = visit) => joinState(appointment, now, window).state;

describe('the join window, to the second', () => {
  it.each([
    ['0:30:01', 'too_early'],
    ['0:30:00', 'open'],
    ['0:29:59', 'open'],
  ])('%s before the start: %s', (clock, state) => expect(stateAt(untilStart(clock))).toBe(state));

  it.each([
    ['1:59:59', 'open'],
    ['2:00:00', 'too_late'],
    ['2:00:01', 'too_late'],
  ])('%s after the start: %s', (clock, state) => expect(stateAt(fromStart(clock))).toBe(state));

  it('stays open across midnight', () => {
    expect(stateAt(Date.UTC(2026, 10, 24, 23, 59, 59))).toBe('open');
    expect(stateAt(Date.UTC(2026, 10, 25, 0, 0, 0))).toBe('open');
  });

  it('stays open to the end of a visit longer than the window', () => {
    const long = { ...visit, endsAt: fromStart('3:00:00') };
    expect(stateAt(fromStart('2:59:59'), long)).toBe('open');
    expect(stateAt(fromStart('3:00:00'), long)).toBe('too_late');
  });

  it('says when it opens and closes', () => {
    expect(joinSpan(visit, window)).toEqual({ opensAt: untilStart('0:30:00'), closesAt: fromStart('2:00:00') });
  });
});

describe('what else keeps a call closed', () => {
  it.each([
    ['pending', 'appointment_not_confirmed'],
    ['canceled', 'appointment_canceled'],
    ['declined', 'appointment_declined'],
    ['expired', 'appointment_declined'],
    ['completed', 'appointment_over'],
    ['no_show', 'appointment_over'],
  ] as const)('%s: %s, whatever the time', (status, state) => {
    for (const now of [untilStart('5:00:00'), startsAt, fromStart('5:00:00')]) {
      expect(stateAt(now, { ...visit, status })).toBe(state);
    }
  });

  it('an in-person visit has no call, whatever its status', () => {
    for (const status of ['confirmed', 'pending', 'canceled'] as const) {
      expect(stateAt(startsAt, { ...visit, status, visitType: 'in_person' })).toBe('not_a_video_visit');
    }
  });

  it('denies a status that it does not know', () => {
    expect(stateAt(startsAt, { ...visit, status: 'invented' as never })).toBe('appointment_over');
  });
});

describe('turning by the clock', () => {
  it('the state changes at the announced instant and not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 400 }), (minutes, length) => {
        const appointment = { ...visit, endsAt: startsAt + length * 60_000 };
        const now = startsAt + minutes * 60_000;
        const state = joinState(appointment, now, window);
        const change = nextChange(state);
        if (change === null) return state.state === 'too_late';
        const just = joinState(appointment, change - 1, window).state;
        return just === state.state && joinState(appointment, change, window).state !== state.state && change > now;
      }),
    );
  });
});

describe('room names', () => {
  const id = '01930000-0000-7000-8000-000000000001';
  it('lead to the appointment and back', () => expect(appointmentOfRoom(roomName(id))).toBe(id));
  it.each(['room_', 'probe_1', `room_${id}x`, `x${roomName(id)}`])('%s is none of ours', (name) =>
    expect(appointmentOfRoom(name)).toBeNull(),
  );
});
