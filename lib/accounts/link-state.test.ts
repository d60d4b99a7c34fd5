import { describe, expect, it } from 'vitest';
import { EXPIRED_INVITATION_STAYS, LINK_LASTS, linkState } from './link-state';

const HOUR = 3_600_000;

describe('a link', () => {
  const expiresAt = new Date('2026-11-24T09:00:00Z');
  const at = (offset: number) => new Date(expiresAt.getTime() + offset);
  const fresh = { expiresAt, usedAt: null, withdrawnAt: null };

  it('is open up to the instant at which it expires', () => {
    expect(linkState(fresh, at(-1))).toBe('open');
    expect(linkState(fresh, at(0))).toBe('expired');
    expect(linkState(fresh, at(1))).toBe('expired');
  });

  it('says that it was used, before all, or withdrawn, whatever the time', () => {
    for (const now of [at(-1), at(1)]) {
      expect(linkState({ ...fresh, usedAt: at(-9) }, now)).toBe('used');
      expect(linkState({ ...fresh, withdrawnAt: at(-9) }, now)).toBe('withdrawn');
      expect(linkState({ ...fresh, usedAt: at(-9), withdrawnAt: at(-9) }, now)).toBe('used');
    }
  });

  it('lasts a day, an hour or a week; an invitation stays in the list for thirty days more', () => {
    expect(LINK_LASTS).toEqual({ sign_up: 24 * HOUR, reset: HOUR, invitation: 168 * HOUR, device: HOUR });
    expect(EXPIRED_INVITATION_STAYS).toBe(720 * HOUR);
  });
});
