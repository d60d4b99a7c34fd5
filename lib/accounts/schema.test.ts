import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chosenPassword, credentials, lengthFault } from './schema';

it.each<[what: string, typed: string, fault: string | null]>([
  ['eleven', 'a'.repeat(11), 'short'],
  ['twelve', 'a'.repeat(12), null],
  ['two hundred', 'a'.repeat(200), null],
  ['more', 'a'.repeat(201), 'long'],
  ['eleven that are each typed as two', 'e\u0301'.repeat(11), 'short'],
  ['two hundred that are each typed as two', 'e\u0301'.repeat(200), null],
  ['twelve of which each is a pair of units', '😀'.repeat(12), null],
  ['six of those', '😀'.repeat(6), 'short'],
  ['ligatures that stand for three each', 'ﬃ'.repeat(4), null],
  ['more than anybody types', 'e\u0301'.repeat(600), 'long'],
  ['twelve spaces, which are not cut off', ' '.repeat(12), null],
])('a password of %s characters: its length', (_, typed, fault) => {
  expect(lengthFault(typed)).toBe(fault);
  expect(chosenPassword.safeParse(typed).success).toBe(fault === null);
});

it('whatever can be chosen can be signed in with', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (password) => {
      if (lengthFault(password) === null)
        expect(credentials.safeParse({ email: 'a@b.example', password }).success).toBe(true);
    }),
  ));
