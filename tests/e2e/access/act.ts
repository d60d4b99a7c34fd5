import { type APIResponse, expect } from '@playwright/test';
import { PAGE_OF } from '@/lib/platform/page-headers';
import type { Outcome } from './actions';
import type { Visitor } from './cast';

interface Call {
  /** The action's id in this build. */
  id: string;
  /** Address of a page that has it. */
  path: string;
  args: unknown[];
  form?: Record<string, string>;
  bound?: unknown[];
  /** The person (id) whose page it says it is. */
  of?: string;
}

/** The arguments come last: they are read when they come, and what they name has to be there. */
function multipartOf(form: Record<string, string>, bound: unknown[]): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(`_1_${name}`, value);
  body.append('0', JSON.stringify([...bound, '$K1']));
  return body;
}

/** Calls a server action as the browser does. */
export function callAction({ request }: Visitor, { id, path, args, form, bound = [], of }: Call): Promise<APIResponse> {
  const body = form ? { multipart: multipartOf(form, bound) } : { data: args };
  return request.post(path, { ...body, headers: { 'next-action': id, ...(of && { [PAGE_OF]: of }) }, maxRedirects: 0 });
}

interface Sent {
  /** The action that a script calls; none: a browser sends a form of the page. */
  id?: string;
  path: string;
  parts: Record<string, string>;
}

/** Sends the parts of a form as they are. */
export function sendParts({ request }: Visitor, { id, path, parts }: Sent): Promise<APIResponse> {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(parts)) multipart.append(name, value);
  return request.post(path, { multipart, headers: id ? { 'next-action': id } : {}, maxRedirects: 0 });
}

/** The result of an action, from the rows of React's answer: the first names the row that holds it. */
function resultOf(body: string): unknown {
  const row = (id: string) =>
    JSON.parse(new RegExp(`^${id}:(.*)$`, 'm').exec(body)?.[1] ?? 'null', (_, value) =>
      value === '$undefined' ? undefined : value,
    );
  const name = /^\$@(\w+)$/.exec(row('0')?.a)?.[1];
  if (!name) throw new Error(`no answer of an action: ${body.slice(0, 200)}`);
  return row(name);
}

export async function expectOutcome(answer: APIResponse, outcome: Outcome, label: string): Promise<void> {
  const led = answer.headers()['x-action-redirect'];
  if (outcome === 'signIn') {
    expect.soft(led, label).toMatch(/^\/sign-in(\?from=\S*)?;push$/);
  } else if ('redirect' in outcome) {
    expect.soft(led, label).toBe(`${outcome.redirect};push`);
  } else {
    expect.soft(led, label).toBeUndefined();
    expect.soft(answer.status(), label).toBeLessThan(500);
    expect.soft(resultOf(await answer.text()), label).toEqual(outcome.result);
  }
}
