import { describe, expect, it } from 'vitest';
import { partiesOf } from '@/lib/appointments/roster';
import { isVisitNews, newsOf, tellings, VISIT_NEWS, type VisitState } from './policy';

const nine = new Date('2026-11-24T09:00:00Z');
const ten = new Date('2026-11-24T10:00:00Z');
const state = (status: VisitState['status'], startsAt = nine, doctorId = 'd'): VisitState => ({
  ...{ status, startsAt: new Date(startsAt) },
  people: partiesOf({ patientId: 'p', doctorId }),
});

it('news are known by their names', () => {
  expect(VISIT_NEWS.every(isVisitNews)).toBe(true);
  expect(['nonsense', '', 'Canceled', 'toString'].some(isVisitNews)).toBe(false);
});

describe('what a change means', () => {
  it.each([
    ['a request', null, state('pending'), 'requested'],
    ['a request for another time', state('pending'), state('pending', ten), 'requested'],
    ['a request that another doctor is asked', state('pending'), state('pending', nine, 'new'), 'requested'],
    ['a request that did not change', state('pending'), state('pending'), null],
    ['a booking by the clinic', null, state('confirmed'), 'confirmed'],
    ['a request that is confirmed', state('pending'), state('confirmed'), 'confirmed'],
    ['a request that is confirmed by another doctor', state('pending'), state('confirmed', ten, 'new'), 'confirmed'],
    ['a visit that is moved', state('confirmed'), state('confirmed', ten), 'moved'],
    ['a visit that is given to another doctor', state('confirmed'), state('confirmed', nine, 'new'), 'handed_over'],
    ['a visit that is given away and moved', state('confirmed'), state('confirmed', ten, 'new'), 'handed_over'],
    ['another time that is asked for, declined or lapsed', state('confirmed'), state('confirmed'), null],
    ['a request that is declined', state('pending'), state('declined'), 'declined'],
    ['what was declined before', state('declined'), state('declined', ten, 'new'), null],
    ['a visit that is canceled', state('confirmed'), state('canceled'), 'canceled'],
    ['a request that is canceled', state('pending'), state('canceled'), 'withdrawn'],
    ['what came into being canceled', null, state('canceled'), 'withdrawn'],
    ['what was canceled before', state('canceled'), state('canceled', ten, 'new'), null],
    ['a request that nobody answered', state('pending'), state('expired'), 'expired'],
    ['what had lapsed before', state('expired'), state('expired', ten), null],
    ['a visit that took place', state('confirmed'), state('completed'), null],
    ['a visit that the patient missed', state('confirmed'), state('no_show'), null],
  ] as const)('%s', (_, before, after, news) => expect(newsOf(before, after)).toBe(news));
});

describe('who is told of it, and in which role', () => {
  const patient = (news: string) => ({ personId: 'p', role: 'patient', news });
  const doctor = (news: string, personId = 'd') => ({ personId, role: 'doctor', news });
  const former = { personId: 'd', role: 'former_doctor', news: 'handed_over' };

  it.each([
    ['a request', null, state('pending'), [patient('requested'), doctor('requested')]],
    ['a confirmed request', state('pending'), state('confirmed'), [patient('confirmed'), doctor('confirmed')]],
    ['a canceled visit', state('confirmed'), state('canceled'), [patient('canceled'), doctor('canceled')]],
    [
      'a visit that goes to another doctor: all three, each news of their own',
      ...([state('confirmed'), state('confirmed', nine, 'new')] as const),
      [patient('handed_over'), doctor('confirmed', 'new'), former],
    ],
    [
      'a request that goes to another doctor',
      ...([state('pending'), state('pending', nine, 'new')] as const),
      [patient('requested'), doctor('requested', 'new'), former],
    ],
    ['a visit that took place: nobody', state('confirmed'), state('completed'), []],
    ['what is no news goes to no former doctor either', state('canceled'), state('canceled', nine, 'new'), []],
  ] as const)('%s', (_, before, after, told) => expect(tellings(before, after)).toEqual(told));
});
