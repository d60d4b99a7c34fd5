/** Every expected refusal, with its HTTP status. Words for people stand in messages under `problems`. */
const STATUS = {
  signed_out: 401,
  foreign_origin: 403,
  too_many_requests: 429,
  invalid_request: 400,
  forbidden: 403,
  email_not_confirmed: 403,
  not_found: 404,
  person_not_found: 404,
  appointment_not_found: 404,
  not_a_video_visit: 409,
  appointment_not_confirmed: 409,
  appointment_canceled: 409,
  appointment_declined: 409,
  appointment_over: 409,
  appointment_changed: 409,
  slot_taken: 409,
  same_doctor: 409,
  same_time: 422,
  series_collision: 409,
  series_time_skipped: 422,
  series_time_ambiguous: 422,
  series_too_short: 422,
  series_too_long: 422,
  in_the_past: 422,
  too_soon: 422,
  too_far: 422,
  outside_hours: 422,
  visit_type_not_offered: 422,
  key_reused: 422,
  doctor_not_found: 404,
  patient_not_found: 404,
  too_early: 403,
  too_late: 403,
  call_unavailable: 503,
} as const;

export type ProblemCode = keyof typeof STATUS;

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

/** The HTTP status of a refusal. */
export const statusOf = (code: ProblemCode): number => STATUS[code];

/** The answer of RFC 9457 to a refusal. */
export function problemResponse({ ok: _, code, retryAfter, ...more }: Problem): Response {
  const status = statusOf(code);
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  const body = { type: 'about:blank', title: code.replaceAll('_', ' '), status, code, ...more };
  return new Response(JSON.stringify(body), { status, headers });
}
