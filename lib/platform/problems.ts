import type { ProblemCode } from '@/lib/platform/problem-status';

/** In seconds; it travels as a header (RFC 9110, 10.2.3). */
interface Retry {
  retryAfter: number;
}
/** The state that the other side of a lost race left behind. */
interface Current {
  current: { status: string; revision: number };
}
/** Starts at which something else stands in the way; of a time that a change of clocks skips, by a clock not yet changed. */
interface Conflicts {
  conflicts: string[];
}

/** The members that a refusal carries beside its code. Instants as ISO 8601 in UTC. */
export interface ProblemMembers {
  too_many_requests: Retry;
  call_unavailable: Retry;
  invalid_request: { detail?: string };
  /** Bytes. */
  too_large: { most: number };
  too_early: { opensAt: string };
  too_late: { closedAt: string };
  appointment_changed: Current;
  appointment_over: Partial<Current>;
  slot_taken: Partial<Conflicts>;
  series_collision: Conflicts;
  series_time_skipped: Conflicts;
  series_time_ambiguous: Conflicts;
}

type Member = { [Code in keyof ProblemMembers]: keyof ProblemMembers[Code] }[keyof ProblemMembers];
/** Members that a code never has are named all the same, so that `conflicts` can be read of any refusal. */
type Absent<Present> = { [Name in Exclude<Member, keyof Present>]?: undefined };
type MembersOf<Code extends ProblemCode> = Code extends keyof ProblemMembers ? ProblemMembers[Code] : Absent<object>;

type Refusal<Code extends ProblemCode> = Code extends ProblemCode
  ? { ok: false; code: Code } & MembersOf<Code> & Absent<MembersOf<Code>>
  : never;

/** A refusal as a value: a union by `code`. */
export type Problem = Refusal<ProblemCode>;

export type Result<T> = ({ ok: true } & T) | Problem;

/** Codes that demand nothing beside themselves. */
type Bare = { [Code in ProblemCode]: object extends MembersOf<Code> ? Code : never }[ProblemCode];
/** The members to give for a code; for one of several, those of all of them. */
type Needed<Code extends ProblemCode> = (
  Code extends ProblemCode
    ? (members: MembersOf<Code>) => void
    : never
) extends (members: infer Members) => void
  ? Members
  : never;

/** A refusal; what its code demands (see ProblemMembers) must come along. */
export const refuse = <Code extends ProblemCode>(
  code: Code,
  ...[members]: [Code] extends [Bare] ? [members?: Needed<Code>] : [members: Needed<Code>]
) => ({ ok: false, code, ...(members as object) }) as Refusal<Code>;
