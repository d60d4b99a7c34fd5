import type { APIResponse } from '@playwright/test';
import { expect } from './fixtures';

/** Expects a refusal as RFC 9457 writes it, with just these members besides the standard ones. */
export async function expectProblem(
  answer: APIResponse,
  status: number,
  code: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  expect.soft(answer.status(), code).toBe(status);
  expect.soft(answer.headers()['content-type'], code).toBe('application/problem+json');
  expect.soft(answer.headers()['cache-control'], code).toBe('no-store');
  const title = code.replaceAll('_', ' ');
  expect(await answer.json()).toEqual({ type: 'about:blank', title, status, code, ...more });
}

/** An Origin that is not ours. */
export const FOREIGN = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
