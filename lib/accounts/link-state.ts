export type LinkKind = 'sign_up' | 'reset' | 'invitation' | 'device';

const HOUR = 60 * 60_000;

/** The life of a link, in milliseconds. */
export const LINK_LASTS: Record<LinkKind, number> = {
  sign_up: 24 * HOUR,
  reset: HOUR,
  invitation: 7 * 24 * HOUR,
  device: HOUR,
};

/** The time that an expired invitation stays in the front desk's list, to be sent again. Milliseconds. */
export const EXPIRED_INVITATION_STAYS = 30 * 24 * HOUR;

export type LinkState = 'open' | 'expired' | 'used' | 'withdrawn';

/** The state of a link at `now`; only an open one can be used. */
export function linkState(
  link: { expiresAt: Date; usedAt: Date | null; withdrawnAt: Date | null },
  now: Date,
): LinkState {
  if (link.usedAt) return 'used';
  if (link.withdrawnAt) return 'withdrawn';
  return link.expiresAt <= now ? 'expired' : 'open';
}
