import { describe, expect, it } from 'vitest';
import { tokenExpiry } from './policy';

describe('how long a token opens its room', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  it('ten minutes, while the window is open longer', () =>
    expect(tokenExpiry(now, new Date('2026-11-24T11:00:00Z'))).toEqual(new Date('2026-11-24T09:10:00Z')));
  it('never beyond the end of the window', () =>
    expect(tokenExpiry(now, new Date('2026-11-24T09:00:30Z'))).toEqual(new Date('2026-11-24T09:00:30Z')));
});
