import { expect, it } from 'vitest';
import { readChange } from './changes';

const appointment = { id: 'a', doctor: 'd', patient: 'p', revision: 2 };

it('goes to all whom the trigger names', () => {
  const payload = JSON.stringify({ ...appointment, people: ['d', 'p', 'g'] });
  expect(readChange('appointment_changed', payload)).toMatchObject({ of: 'appointment', people: ['d', 'p', 'g'] });
});

it('goes to doctor and patient where the trigger of release 0.1.0 named them alone', () =>
  expect(readChange('appointment_changed', JSON.stringify(appointment))).toEqual({
    ...{ of: 'appointment', id: 'a', doctor: 'd', revision: 2 },
    people: ['d', 'p'],
  }));

it('of hours names the doctor', () =>
  expect(readChange('hours_changed', JSON.stringify({ doctor: 'd' }))).toMatchObject({ of: 'hours', doctor: 'd' }));
