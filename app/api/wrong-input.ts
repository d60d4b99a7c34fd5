import { refuse } from '@/lib/platform/problems';

/** The refusal of a body or query, with what is wrong with each field, and without the values. */
export const wrongInput = (issues: { path: PropertyKey[]; message: string }[]) =>
  refuse('invalid_request', {
    detail: issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '),
  });
