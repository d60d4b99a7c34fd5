import { describe, expect, it } from 'vitest';
import {
  calendarMethod,
  newsOf,
  roleIn,
  stillLatest,
  stillNews,
  tellings,
  VISIT_NEWS,
  type VisitState,
} from './policy';

const nine = new Date('2026-11-24T09:00:00Z');
const ten = new Date('2026-11-24T10:00:00Z');
const state = (status: VisitState['status'], startsAt = nine, doctorId = 'd') => ({ status, startsAt, doctorId });

describe('what a change means', () => {
  it.each([
    ['a request', null, state('pending'), 'requested'],
    ['a request for another time', state('pending'), state('pending', ten), 'requested'],
    ['a booking by the clinic', null, state('confirmed'), 'confirmed'],
    ['a request that is confirmed', state('pending'), state('confirmed'), 'confirmed'],
    ['a visit that is moved', state('confirmed'), state('confirmed', ten), 'moved'],
    ['another time that is asked for, declined or lapsed', state('confirmed'), state('confirmed'), null],
    ['a request that is declined', state('pending'), state('declined'), 'declined'],
    ['a visit that is canceled', state('confirmed'), state('canceled'), 'canceled'],
    ['a request that is canceled', state('pending'), state('canceled'), 'withdrawn'],
    ['a request that nobody answered', state('pending'), state('expired'), 'expired'],
    ['a visit that took place', state('confirmed'), state('completed'), null],
    ['a visit that the patient missed', state('confirmed'), state('no_show'), null],
  ] as const)('%s', (_, before, after, news) => expect(newsOf(before, after)).toBe(news));

  it('both are told, and of a visit that goes to another doctor all three', () => {
    expect(tellings(state('pending'), { ...state('confirmed'), patientId: 'p' })).toEqual([
      { personId: 'p', news: 'confirmed' },
      { personId: 'd', news: 'confirmed' },
    ]);
    expect(tellings(state('confirmed'), { ...state('confirmed', nine, 'new'), patientId: 'p' })).toEqual([
      { personId: 'p', news: 'handed_over' },
      { personId: 'new', news: 'confirmed' },
      { personId: 'd', news: 'handed_over' },
    ]);
    expect(tellings(state('pending'), { ...state('pending', nine, 'new'), patientId: 'p' })).toEqual([
      { personId: 'p', news: 'requested' },
      { personId: 'new', news: 'requested' },
      { personId: 'd', news: 'handed_over' },
    ]);
    expect(tellings(state('confirmed'), { ...state('completed'), patientId: 'p' })).toEqual([]);
  });
});

describe('whether it is still news', () => {
  const visit = { status: 'confirmed' as const, endsAt: ten };

  it('not when something else came after it', () => {
    const told = (status: VisitState['status']) =>
      VISIT_NEWS.filter((news) => stillNews(news, { status, endsAt: ten }, 'patient', nine));
    expect(told('pending')).toEqual(['requested']);
    expect(told('confirmed')).toEqual(['confirmed', 'moved', 'handed_over']);
    expect(told('declined')).toEqual(['declined']);
    expect(told('canceled')).toEqual(['canceled', 'withdrawn']);
    expect(told('expired')).toEqual(['expired']);
    expect(told('completed')).toEqual([]);
    expect(told('no_show')).toEqual([]);
  });

  it('not once the visit is over', () => {
    expect(stillNews('confirmed', visit, 'patient', new Date(ten.getTime() - 1))).toBe(true);
    expect(stillNews('confirmed', visit, 'patient', ten)).toBe(false);
  });

  it('nor as one of several when it has had news of its own since', () => {
    const told = state('confirmed');
    expect(stillLatest(told, state('confirmed'), 'patient')).toBe(true);
    expect(stillLatest(told, state('completed'), 'patient')).toBe(true);
    expect(stillLatest(told, state('confirmed', ten), 'patient')).toBe(false);
    expect(stillLatest(told, state('confirmed', nine, 'other'), 'patient')).toBe(false);
    expect(stillLatest(told, state('canceled'), 'doctor')).toBe(false);
    expect(stillLatest(told, state('canceled', ten, 'other'), 'former_doctor')).toBe(true);
  });

  it('to a doctor who gave it away only that', () =>
    expect(VISIT_NEWS.filter((news) => stillNews(news, visit, 'former_doctor', nine))).toEqual(['handed_over']));

  it('by who someone is now', () => {
    const people = { doctor: { id: 'd' }, patient: { id: 'p' } };
    expect(['d', 'p', 'x'].map((id) => roleIn(people, id))).toEqual(['doctor', 'patient', 'former_doctor']);
  });
});

describe('what a calendar makes of it', () => {
  it.each([
    ['requested', 'pending', 'patient', null],
    ['confirmed', 'confirmed', 'doctor', 'REQUEST'],
    ['moved', 'confirmed', 'patient', 'REQUEST'],
    ['handed_over', 'confirmed', 'patient', 'REQUEST'],
    ['handed_over', 'confirmed', 'former_doctor', 'CANCEL'],
    ['handed_over', 'pending', 'former_doctor', null],
    ['canceled', 'canceled', 'doctor', 'CANCEL'],
    ['withdrawn', 'canceled', 'patient', null],
    ['declined', 'declined', 'patient', null],
    ['expired', 'expired', 'doctor', null],
  ] as const)('%s, %s, %s: %s', (news, status, role, method) =>
    expect(calendarMethod(news, status, role)).toBe(method),
  );
});
