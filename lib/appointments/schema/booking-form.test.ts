import { describe, expect, it } from 'vitest';
import { bookingInput } from './booking';
import { type RepeatChoice, repeatBody, seriesTimesInput } from './booking-form';

const choice: RepeatChoice = { every: 'weekly:2', ends: 'count', count: '4', until: '', except: [] };
const times = {
  doctorId: '019ab000-0000-7000-8000-000000000001',
  startsAt: '2026-11-24T09:00:00Z',
  visitType: 'video',
};
const visit = { ...times, reason: 'A rash' };
const fieldsOf = (input: object) => bookingInput.safeParse(input).error?.issues.map(({ path }) => path[0]) ?? [];

describe('a choice in a form as a body', () => {
  it.each([
    ['a number of visits', {}, { frequency: 'weekly', interval: 2, count: 4 }],
    ['a last day', { ends: 'until', until: '2027-02-01' }, { frequency: 'weekly', interval: 2, until: '2027-02-01' }],
    ['months', { every: 'monthly:1' }, { frequency: 'monthly', interval: 1, count: 4 }],
    ['the second of two', { twice: 'second' }, { frequency: 'weekly', interval: 2, count: 4, twice: 'second' }],
  ] as const)('%s', (_, patch, repeat) => {
    const read = bookingInput.parse({ ...visit, repeat: repeatBody({ ...choice, ...patch }) });
    expect(read.repeat).toEqual({ ...repeat, except: [] });
  });

  it.each([
    ['no repetition', { ...choice, every: '' }],
    ['nothing', undefined],
    ['null', null],
    ['no object', 'weekly'],
  ])('%s is none', (_, chosen) => {
    expect(repeatBody(chosen)).toBeUndefined();
    expect(bookingInput.parse({ ...visit, repeat: repeatBody(chosen) }).repeat).toBeUndefined();
  });

  it.each([
    ['too few', { count: '1' }],
    ['too many', { count: '53' }],
    ['no number', { count: 'some' }],
    ['no last day', { ends: 'until', until: '' }],
    ['an unknown rhythm', { every: 'daily:1' }],
    ['a rhythm without a number', { every: 'weekly' }],
  ] as const)('%s is refused at the repetition alone', (_, patch) => {
    const fields = fieldsOf({ ...visit, repeat: repeatBody({ ...choice, ...patch }) });
    expect(new Set(fields)).toEqual(new Set(['repeat']));
  });

  it('what else is missing comes before it, in the order of the form', () => {
    const repeat = repeatBody({ ...choice, every: 'weekly:13', count: '1' });
    const fields = fieldsOf({ ...visit, reason: ' ', repeat });
    expect([fields[0], fields.at(-1)]).toEqual(['reason', 'repeat']);
  });
});

describe('the times that a form asks to see', () => {
  it('need no reason', () => {
    const read = seriesTimesInput.parse({ ...times, repeat: repeatBody(choice) });
    expect(read).toMatchObject({ doctorId: times.doctorId, repeat: { frequency: 'weekly', count: 4 } });
  });

  it('need a repetition', () => expect(seriesTimesInput.safeParse(times).success).toBe(false));
});
