/**
 * What this process counted and has not written down yet, by kind. The gate, which runs outside the build, and the build itself count into
 * the same.
 */
const held = globalThis as { anteroomTally?: Map<string, number> };

/** The first part of a kind: what is counted; after a colon follows of what sort. No kind names a person. */
type Counted = 'signed_in' | 'sign_in_refused' | 'password_refused' | 'device_link' | 'refused' | 'limited';

/** Counts one more of a kind. It is written down within seconds (counts.ts). */
export function tally(counted: Counted, sort?: string): void {
  held.anteroomTally ??= new Map();
  const kind = sort ? `${counted}:${sort}` : counted;
  held.anteroomTally.set(kind, (held.anteroomTally.get(kind) ?? 0) + 1);
}

/** Takes what was counted; it begins anew. */
export function takeTally(): [kind: string, count: number][] {
  const counts = [...(held.anteroomTally ?? [])];
  held.anteroomTally?.clear();
  return counts;
}
