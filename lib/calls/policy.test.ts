import { expect, it } from 'vitest';
import { tokenExpiry } from './policy';

it.each([
  ['two minutes, where the window is open for longer', '11:00:00.000', '09:02:00.000'],
  ['two minutes, by a millisecond', '09:02:00.001', '09:02:00.000'],
  ['two minutes, to the very end', '09:02:00.000', '09:02:00.000'],
  ['no longer than the window, by a millisecond', '09:01:59.999', '09:01:59.999'],
  ['no longer than the window', '09:00:30.000', '09:00:30.000'],
  ['not at all at its end', '09:00:00.000', '09:00:00.000'],
  ['not at all after it', '08:59:59.999', '08:59:59.999'],
])('a token opens its room for %s', (_, closesAt, expiresAt) => {
  const now = new Date('2026-11-24T09:00:00.000Z');
  expect(tokenExpiry(now, new Date(`2026-11-24T${closesAt}Z`)).toISOString()).toBe(`2026-11-24T${expiresAt}Z`);
});
