import { type FailureCode, failureOf, wayOn } from './failure';

const LONGEST = 5_000;
const LONGEST_UNKNOWN = 30_000;

/** Milliseconds before the attempt after the `attempt`-th (from 0) failed one. */
export const retryDelay = (attempt: number) => Math.min(LONGEST, 700 + attempt * 400);

/** As retryDelay, where nobody knows what the answer meant: a proxy's page, a server that is just being changed. */
const unknownDelay = (attempt: number) => Math.min(LONGEST_UNKNOWN, Math.round(1_000 * 1.5 ** attempt));

/**
 * The consequence of a refusal for someone on their way back into the call: its end, or another try (in milliseconds). Only a refusal that is
 * known ends a call; whatever else comes is passing.
 */
export function afterRefusal(
  refusal: { code: string; retryAfter: number | null },
  attempt: number,
): { end: FailureCode } | { retryIn: number } {
  const failure = failureOf(refusal.code);
  if (failure === 'unknown') return { retryIn: unknownDelay(attempt) };
  if (wayOn(failure) !== 'try_again') return { end: failure };
  // A 503 names a time for strangers; someone in the middle of a visit asks again sooner. A 429 is to be obeyed.
  const asked = failure === 'too_many_requests' ? (refusal.retryAfter ?? 5) * 1000 : 0;
  return { retryIn: Math.max(asked, retryDelay(attempt)) };
}

/**
 * Milliseconds before LiveKit's own next attempt, or null for no more: quick and close together, since an SFU that comes back after a
 * crash has to be found within seconds; then the call rejoins with a fresh token. `random` from 0 to 1: not everyone at the same moment.
 */
export function resumeDelay(
  { retryCount, elapsedMs }: { retryCount: number; elapsedMs: number },
  random = Math.random(),
): number | null {
  if (elapsedMs > 15_000) return null;
  return retryCount === 0 ? random * 300 : 600 + random * 600;
}
