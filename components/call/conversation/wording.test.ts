import { expect, it } from 'vitest';
import { wordsOf } from './wording';

it.each([
  ['Take two\n\tevery morning', 'Take two\n\tevery morning'],
  ['family 👨‍👩‍👧 and می‌خواهم', 'family 👨‍👩‍👧 and می‌خواهم'],
  ['\u202eevil\u202c \u2066a\u2069\ufeff\u0000\u001b[0m', 'evil a[0m'],
  [`one${'\n'.repeat(60)} \n two`, 'one\ntwo'],
  ['half \ud83d of one', 'half  of one'],
  ['\u200b\u2060 \u3164\n', ''],
  ['', ''],
])('%j', (text, words) => expect(wordsOf(text, 100)).toBe(words));

it('ends where it is too long, in no half of a character', () => {
  expect(wordsOf('x'.repeat(200), 100)).toBe('x'.repeat(100));
  expect(wordsOf('ab😀', 3)).toBe('ab');
});
