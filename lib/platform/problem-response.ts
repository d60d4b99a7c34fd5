import { statusOf } from './problem-status.ts';
import type { Problem } from './problems.ts';
import { tally } from './tally.ts';

/** The answer of RFC 9457 to a refusal. */
export function problemResponse({ ok: _, code, retryAfter, ...more }: Problem): Response {
  tally(`refused:${code}`);
  const status = statusOf(code);
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  const body = { type: 'about:blank', title: code.replaceAll('_', ' '), status, code, ...more };
  return new Response(JSON.stringify(body), { status, headers });
}
