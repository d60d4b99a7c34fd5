import { z } from 'zod';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { changedJson } from '@/lib/appointments/schema/json';
import { problemJson } from '@/lib/platform/problem-schema';
import { type ProblemCode, statusOf } from '@/lib/platform/problem-status';
import type { ProblemMembers } from '@/lib/platform/problems';

/** Parts of the operations in the API's document. */

export const json = (schema: z.ZodType, description: string, headers?: z.ZodObject) => ({
  description,
  headers,
  content: { 'application/json': { schema } },
});

export const path = z.object({ id: z.uuid() });

export const body = (schema: z.ZodType, required = true) => ({
  required,
  content: { 'application/json': { schema } },
});

const retryAfter = z.object({
  'retry-after': z.int().meta({ description: 'Seconds until the next one is welcome.' }),
});

/** Members of a body that only some refusals have, beside those that RFC 9457 and `code` give to all. */
const MEMBERS: {
  [Code in Exclude<keyof ProblemMembers, 'too_many_requests' | 'call_unavailable'>]: keyof ProblemMembers[Code];
} = {
  invalid_request: 'detail',
  too_large: 'most',
  too_early: 'opensAt',
  too_late: 'closedAt',
  series_collision: 'conflicts',
  series_time_skipped: 'conflicts',
  series_time_ambiguous: 'conflicts',
  appointment_changed: 'current',
  appointment_over: 'current',
  slot_taken: 'conflicts',
};

const memberOf = (code: ProblemCode) => (code in MEMBERS ? [MEMBERS[code as keyof typeof MEMBERS]] : []);

/** The refusals of one operation that asks who calls, by their status. */
export const problems = (...codes: ProblemCode[]) => problemsForAnyone('signed_out', ...codes);

/** The refusals of one operation that anyone may call, by their status. */
export function problemsForAnyone(...codes: ProblemCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy<number, ProblemCode>(codes, statusOf);
  const response = ([status, [first, ...more]]: [number, ProblemCode[]]) => {
    const all = [first as ProblemCode, ...more] as const;
    const members = all.flatMap(memberOf);
    const schema = problemJson
      .pick({ type: true, title: true, ...Object.fromEntries(members.map((name) => [name, true])) })
      .extend({ status: z.literal(status), code: z.enum(all) });
    const headers = status === 429 || status === 503 ? retryAfter : undefined;
    const content = { 'application/problem+json': { schema } };
    return [status, { description: 'Refused; `code` says why.', headers, content }] as const;
  };
  return Object.fromEntries([...byStatus].map(response));
}

/** A request that changes one appointment and answers it. */
export const changing = (summary: string, schema: z.ZodType, ...codes: ProblemCode[]) => ({
  post: {
    summary,
    requestParams: { path },
    requestBody: body(schema),
    responses: {
      200: json(changedJson, 'The appointment as it is now; with a scope, all that changed with it under `series`.'),
      ...problems(
        'foreign_origin',
        'invalid_request',
        'too_large',
        'appointment_not_found',
        'appointment_changed',
        ...codes,
      ),
    },
  },
});
