import type { FailureCode } from './states';

/** The words for a refusal of the token (codes of lib/platform/problems). */
export function failureOf(code: string): FailureCode {
  switch (code) {
    case 'signed_out':
    case 'too_late':
    case 'too_early':
    case 'too_many_requests':
    case 'call_unavailable':
    case 'site_unreachable':
    case 'appointment_canceled':
    case 'appointment_over':
      return code;
    case 'appointment_not_found':
    case 'appointment_not_confirmed':
    case 'appointment_declined':
    case 'not_a_video_visit':
      return 'appointment_changed';
    default:
      return 'unknown';
  }
}

const PASSING: readonly FailureCode[] = ['site_unreachable', 'call_unavailable', 'too_many_requests'];
const LONGEST = 5_000;

/** Milliseconds before the attempt after the `attempt`-th (from 0) failed one. */
export const retryDelay = (attempt: number) => Math.min(LONGEST, 700 + attempt * 400);

/** What a refusal means to someone who is on their way back into the call: over for good, or another try (in milliseconds). */
export function afterRefusal(
  refusal: { code: string; retryAfter: number | null },
  attempt: number,
): { end: FailureCode } | { retryIn: number } {
  const failure = failureOf(refusal.code);
  if (!PASSING.includes(failure)) return { end: failure };
  // A 503 names a time for strangers; someone in the middle of a visit asks again sooner. A 429 is to be obeyed.
  const asked = failure === 'too_many_requests' ? (refusal.retryAfter ?? 5) * 1000 : 0;
  return { retryIn: Math.max(asked, retryDelay(attempt)) };
}

/**
 * LiveKit's own attempts: quick and close together, since an SFU that comes back after a crash has to be found within seconds;
 * then it gives up, and the call rejoins with a fresh token.
 */
export function resumeDelay({ retryCount, elapsedMs }: { retryCount: number; elapsedMs: number }): number | null {
  if (elapsedMs > 15_000) return null;
  return retryCount === 0 ? Math.random() * 300 : 600 + Math.random() * 600;
}
