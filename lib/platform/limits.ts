import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/adapters/database';
import { refuse } from '@/lib/platform/problems';
import { tally } from '@/lib/platform/tally';

/** Requests allowed for one key in a span of seconds. */
const LIMITS = {
  /** By account and address, for browsers that nobody signed in from before; those count for themselves. */
  sign_in_account: { points: 10, duration: 15 * 60 },
  sign_in_device: { points: 10, duration: 15 * 60 },
  /** By account alone, from wherever: far more than a person mistypes, far less than guessing takes. */
  sign_in_anywhere: { points: 100, duration: 60 * 60 },
  device_mail: { points: 3, duration: 60 * 60 },
  sign_in_address: { points: 60, duration: 15 * 60 },
  sign_up_address: { points: 40, duration: 60 * 60 },
  reset_address: { points: 40, duration: 60 * 60 },
  /** Mail to one e-mail that nobody who reads it may have asked for. Each purpose counts for itself: a stranger's sign-ups keep nobody from a reset. */
  sign_up_mail: { points: 5, duration: 60 * 60 },
  reset_mail: { points: 5, duration: 60 * 60 },
  /** Passwords chosen by links: each costs a hash. */
  link_address: { points: 60, duration: 15 * 60 },
  invitation: { points: 200, duration: 24 * 60 * 60 },
  password_change: { points: 10, duration: 15 * 60 },
  password_proof: { points: 10, duration: 15 * 60 },
  /** What is said of a password while it is typed: one a pause. */
  password_verdict: { points: 600, duration: 15 * 60 },
  feed: { points: 30, duration: 5 * 60 },
  feed_miss: { points: 60, duration: 15 * 60 },
  video_token: { points: 60, duration: 60 },
} as const;

export type Limit = keyof typeof LIMITS;

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiter(name: Limit): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    keyPrefix: name,
    tableName: 'rate_limit',
    tableCreated: true,
    ...LIMITS[name],
  });
  limiters.set(name, made);
  return made;
}

/** Counts one request, across all processes; a refusal says in how many seconds the next one is welcome. */
export async function consume(limit: Limit, key: string) {
  try {
    await limiter(limit).consume(key);
    return null;
  } catch (verdict) {
    if (!(verdict instanceof RateLimiterRes)) throw verdict;
    tally('limited', limit);
    return refuse('too_many_requests', { retryAfter: Math.max(1, Math.ceil(verdict.msBeforeNext / 1000)) });
  }
}

/** Takes back what a request that turned out well had counted. */
export const restore = (limit: Limit, key: string) => limiter(limit).reward(key);
