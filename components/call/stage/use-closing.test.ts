import { expect, it } from 'vitest';
import { closingAt } from './use-closing';

it.each([
  [11 * 60_000, null],
  [10 * 60_000, 10],
  [10 * 60_000 - 19_000, 10],
  [10 * 60_000 - 21_000, null],
  [2 * 60_000 + 1, null],
  [2 * 60_000, 2],
  [1, 2],
  [-5_000, 2],
])('%i ms before the end: %s', (left, said) => expect(closingAt(1_000_000_000, 1_000_000_000 - left)).toBe(said));
