import { describe, expect, it } from 'vitest';
import { partiesOf } from '@/lib/appointments/roster';
import { VISIT_NEWS, type VisitRole, type VisitState } from './policy';
import { calendarMethod, roleIn, stillLatest, stillNews } from './still-news';

const nine = new Date('2026-11-24T09:00:00Z');
const ten = new Date('2026-11-24T10:00:00Z');
const state = (status: VisitState['status'], startsAt = nine, doctorId = 'd'): VisitState => ({
  ...{ status, startsAt: new Date(startsAt) },
  people: partiesOf({ patientId: 'p', doctorId }),
});
const STATUSES = ['pending', 'confirmed', 'declined', 'canceled', 'expired', 'completed', 'no_show'] as const;
const ROLES = ['patient', 'doctor', 'former_doctor'] as const;

describe('in which role someone is told of a visit as it is now', () => {
  const people = partiesOf({ patientId: 'p', doctorId: 'd' });

  it.each([
    ['the patient, by the roster', { personId: 'p', news: 'confirmed', role: 'patient' }, 'patient'],
    ['the doctor, by the roster', { personId: 'd', news: 'confirmed', role: 'doctor' }, 'doctor'],
    ['who gave it away', { personId: 'x', news: 'handed_over', role: 'former_doctor' }, 'former_doctor'],
    ['who gave it away and has it again', { personId: 'd', news: 'handed_over', role: 'former_doctor' }, 'doctor'],
    ['who had it by other news: nobody', { personId: 'x', news: 'confirmed', role: 'doctor' }, null],
    ['a patient who is not its patient: nobody', { personId: 'x', news: 'handed_over', role: 'patient' }, null],
    ['a role that nobody knows: nobody', { personId: 'x', news: 'handed_over', role: 'admin' }, null],
    ['no role at all, of a hand-over (release 0.1.0)', { personId: 'x', news: 'handed_over' }, 'former_doctor'],
    ['no role, patient (release 0.1.0)', { personId: 'p', news: 'handed_over' }, 'patient'],
    ['no role, doctor (release 0.1.0)', { personId: 'd', news: 'moved' }, 'doctor'],
  ] as const)('%s', (_, told, role) => expect(roleIn(people, told)).toBe(role));

  it.each(VISIT_NEWS.filter((news) => news !== 'handed_over'))('a stranger is told nothing: %s', (news) =>
    expect(roleIn(people, { personId: 'x', news })).toBeNull(),
  );
});

describe('whether it is still news', () => {
  const told = (status: VisitState['status'], role: VisitRole) =>
    VISIT_NEWS.filter((news) => stillNews(news, { status, endsAt: ten }, role, nine));

  it.each([
    ['pending', ['requested'], ['requested']],
    ['confirmed', ['confirmed', 'moved', 'handed_over'], ['confirmed', 'moved']],
    ['declined', ['declined'], ['declined']],
    ['canceled', ['canceled', 'withdrawn'], ['canceled', 'withdrawn']],
    ['expired', ['expired'], ['expired']],
    ['completed', [], []],
    ['no_show', [], []],
  ] as const)('of a visit that is %s', (status, patient, doctor) => {
    expect(told(status, 'patient')).toEqual(patient);
    expect(told(status, 'doctor')).toEqual(doctor);
    expect(told(status, 'former_doctor')).toEqual(['handed_over']);
  });

  it.each([
    [new Date(ten.getTime() - 1), true],
    [ten, false],
    [new Date(ten.getTime() + 1), false],
  ])('not once the visit is over: at %o %s', (now, expected) => {
    const visit = { status: 'confirmed', endsAt: ten } as const;
    expect(stillNews('confirmed', visit, 'patient', now)).toBe(expected);
    expect(stillNews('handed_over', visit, 'patient', now)).toBe(expected);
    expect(stillNews('handed_over', visit, 'former_doctor', now)).toBe(expected);
  });

  it.each([
    ['nothing came after it', state('confirmed'), 'patient', true],
    ['what nobody is written about', state('completed'), 'patient', true],
    ['another time', state('confirmed', ten), 'patient', false],
    ['another doctor', state('confirmed', nine, 'other'), 'patient', false],
    ['it was canceled', state('canceled'), 'doctor', false],
    ['it was canceled, to who gave it away', state('canceled', ten, 'other'), 'former_doctor', true],
  ] as const)('as one of several: %s', (_, current, role, expected) =>
    expect(stillLatest(state('confirmed'), current, role)).toBe(expected),
  );
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
    ['canceled', 'canceled', 'patient', 'CANCEL'],
    ['withdrawn', 'canceled', 'patient', null],
    ['declined', 'declined', 'patient', null],
    ['expired', 'expired', 'doctor', null],
  ] as const)('%s, %s, %s: %s', (news, status, role, method) =>
    expect(calendarMethod(news, status, role)).toBe(method),
  );

  it.each(ROLES)('nothing but a confirmed or canceled visit was ever in one: %s', (role) => {
    const others = STATUSES.filter((status) => status !== 'confirmed');
    const news = VISIT_NEWS.filter((each) => each !== 'canceled');
    for (const status of others)
      expect(news.map((each) => calendarMethod(each, status, role))).toEqual(news.map(() => null));
  });
});
