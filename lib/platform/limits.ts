import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/adapters/database';
import { refuse } from '@/lib/platform/problems';
import type { Limit } from '@/lib/platform/rate-limits';
import { settings } from '@/lib/platform/settings';
import { tally } from '@/lib/platform/tally';

export type { Limit };

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
    ...settings().rateLimits[name],
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
    tally(`limited:${limit}`);
    return refuse('too_many_requests', { retryAfter: Math.max(1, Math.ceil(verdict.msBeforeNext / 1000)) });
  }
}

/** Takes back what a request that turned out well had counted, but not what was refused besides. */
export const restore = (limit: Limit, key: string) => limiter(limit).reward(key);

/** Forgets all that was counted, refusals too: whoever did what the limit waits for begins anew. */
export const forget = (limit: Limit, key: string) => limiter(limit).delete(key);
