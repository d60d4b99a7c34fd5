import { expect, it } from 'vitest';
import { feedToken, opensFeed, personIn } from './feed-token';

const person = '01930000-0000-7000-8000-000000000001';
const other = '01930000-0000-7000-8000-000000000002';
const secret = 's'.repeat(32);
const token = feedToken(person, 3, secret);

it('names its person and opens one version of one feed', () => {
  expect(token).toMatch(/^[\w-]{64}$/);
  expect(personIn(token)).toBe(person);
  expect(opensFeed(token, person, 3, secret)).toBe(true);
  expect(opensFeed(token, person, 4, secret)).toBe(false);
  expect(opensFeed(token, person, 33, secret)).toBe(false);
  expect(opensFeed(token, other, 3, secret)).toBe(false);
  expect(opensFeed(token, person, 3, 't'.repeat(32))).toBe(false);
});

it.each([
  '',
  'x',
  `${token}x`,
  token.slice(0, -1),
  `${token.slice(0, -1)}=`,
  `${token}.ics`,
  'ü'.repeat(64),
  '🙂'.repeat(16),
])('is no other text: %j', (text) => expect(personIn(text)).toBeNull());

it('is not opened by another signature', () => {
  const forged = `${token.slice(0, 40)}${token[40] === 'A' ? 'B' : 'A'}${token.slice(41)}`;
  expect(personIn(forged)).toBe(person);
  expect(opensFeed(forged, person, 3, secret)).toBe(false);
});
