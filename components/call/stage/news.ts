import type { Link } from '@/components/call/session/states';

/** A thing that just happened in the call. */
export type News = { kind: 'came' | 'went'; name: string } | { kind: 'restored' };

interface Named {
  readonly identity: string;
  readonly name: string;
}

/** The others who are there, and the own connection. */
export interface Moment {
  here: readonly Named[];
  link: Link;
}

/** True for the same people by the same names, whatever else of them changed. */
export const sameCompany = (a: readonly Named[], b: readonly Named[]) =>
  a.length === b.length &&
  a.every(({ identity, name }, index) => identity === b[index]?.identity && name === b[index].name);

const missing = (from: readonly Named[], among: readonly Named[]) =>
  from.filter(({ identity }) => !among.some((other) => other.identity === identity));

/** The news between two moments with a connection. One's own return comes before that of others; somebody's leaving is told in any case. */
export function newsOf(before: Moment, now: Moment): News[] {
  const went = missing(before.here, now.here).map(({ name }) => ({ kind: 'went', name }) as const);
  if (before.link === 'restoring' && went.length === 0) return [{ kind: 'restored' }];
  return [...went, ...missing(now.here, before.here).map(({ name }) => ({ kind: 'came', name }) as const)];
}
