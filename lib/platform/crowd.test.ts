import { expect, test } from 'vitest';
import { Crowd } from './crowd';

test('one more than the most of a key is refused until one leaves, and no other key notices', () => {
  const crowd = new Crowd(2);
  const leave = crowd.enter('a');
  expect(crowd.enter('a')).not.toBeNull();
  expect(crowd.enter('a')).toBeNull();
  expect(crowd.enter('b')).not.toBeNull();
  leave?.();
  // Twice makes no room for two.
  leave?.();
  expect(crowd.enter('a')).not.toBeNull();
  expect(crowd.enter('a')).toBeNull();
});

test('a key of which all have left takes no memory', () => {
  const crowd = new Crowd(3);
  const all = ['a', 'a', 'b'].map((key) => crowd.enter(key));
  expect(crowd.size).toBe(2);
  for (const leave of all) leave?.();
  expect(crowd.size).toBe(0);
});
