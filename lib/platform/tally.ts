import type { ProblemCode } from './problem-status.ts';
import type { Limit } from './rate-limits.ts';

/** What is counted; after a colon follows of what sort. No kind names a person, and each has words (components/accounts/count-words.ts). */
export type Counted =
  | 'signed_in'
  | `sign_in_refused:${'wrong_credentials' | 'disabled'}`
  | 'password_refused'
  | `device_link:${'asked' | 'used'}`
  | `refused:${ProblemCode}`
  | `limited:${Limit}`;

/**
 * What this process counted and has not written down yet, by kind. The gate, which runs outside the build, and the build itself count into
 * the same.
 */
const held = globalThis as { anteroomTally?: Map<string, number> };

/** Counts one more of a kind. It is written down within seconds (counts.ts). */
export function tally(kind: Counted): void {
  held.anteroomTally ??= new Map();
  held.anteroomTally.set(kind, (held.anteroomTally.get(kind) ?? 0) + 1);
}

/** Takes what was counted; it begins anew. */
export function takeTally(): [kind: string, count: number][] {
  const counts = [...(held.anteroomTally ?? [])];
  held.anteroomTally?.clear();
  return counts;
}
