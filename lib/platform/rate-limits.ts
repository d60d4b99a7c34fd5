export interface RateLimit {
  points: number;
  /** Seconds. */
  duration: number;
}

/** Requests allowed for one key in a span of seconds, unless RATE_LIMITS says otherwise. */
export const RATE_LIMITS = {
  /** By account and address, for browsers that nobody signed in from before; those count for themselves. */
  sign_in_account: { points: 10, duration: 15 * 60 },
  sign_in_device: { points: 10, duration: 15 * 60 },
  /** By account alone, from wherever: far more than a person mistypes, far less than guessing takes. */
  sign_in_anywhere: { points: 100, duration: 60 * 60 },
  /** One while the one before is likely still on its way or unread; using it allows another. */
  device_mail: { points: 1, duration: 10 * 60 },
  sign_in_address: { points: 60, duration: 15 * 60 },
  sign_up_address: { points: 40, duration: 60 * 60 },
  reset_address: { points: 40, duration: 60 * 60 },
  /** Mail to one e-mail that nobody who reads it may have asked for. Each purpose counts for itself: a stranger's sign-ups keep nobody from a reset. */
  sign_up_mail: { points: 5, duration: 60 * 60 },
  reset_mail: { points: 5, duration: 60 * 60 },
  /** Passwords chosen by links: each costs a hash. */
  link_address: { points: 60, duration: 15 * 60 },
  invitation: { points: 200, duration: 24 * 60 * 60 },
  /** By session: whoever sits at one that was left open keeps its owner from nothing elsewhere. */
  password_change: { points: 10, duration: 15 * 60 },
  password_proof: { points: 10, duration: 15 * 60 },
  /** By person, for both of these together. */
  password_asked: { points: 200, duration: 60 * 60 },
  /** What is said of a password while it is typed: one a pause. */
  password_verdict: { points: 600, duration: 15 * 60 },
  feed: { points: 30, duration: 5 * 60 },
  feed_miss: { points: 60, duration: 15 * 60 },
  video_token: { points: 60, duration: 60 },
  /** A door asks every ten seconds. */
  call_participants: { points: 60, duration: 60 },
} satisfies Record<string, RateLimit>;

export type Limit = keyof typeof RATE_LIMITS;

/** The limits with what a list such as "video_token=600/60 feed=300/300" (name=requests/seconds) changes; null where it cannot be read. */
export function rateLimits(list: string): Record<Limit, RateLimit> | null {
  const changed: Record<string, RateLimit> = {};
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const {
      name = '',
      points,
      duration,
    } = /^(?<name>\w+)=(?<points>\d{1,7})\/(?<duration>\d{1,6})$/.exec(entry)?.groups ?? {};
    if (!Object.hasOwn(RATE_LIMITS, name) || Number(points) < 1 || Number(duration) < 1) return null;
    changed[name] = { points: Number(points), duration: Number(duration) };
  }
  return { ...RATE_LIMITS, ...changed };
}
