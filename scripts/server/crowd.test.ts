import { expect, test } from 'vitest';
import { networkOf } from './client';
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

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));
