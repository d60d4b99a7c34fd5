import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { inboxAt } from './inbox';
import { doJobs } from './jobs';

let lastAddress = 0;
/** A client's address of its own for each request, so that only the limit under test counts. */
export const address = () => `192.0.2.${++lastAddress}`;

/** An e-mail address that nobody has. */
export const someone = () => `${randomUUID()}@test.example`;

/** The secret part of the link in the newest of `count` mails to an address. @throws where it holds none */
export async function tokenFor(email: string, count = 1): Promise<string> {
  await doJobs();
  const { text } = await inboxAt(inject('mail').inboxUrl).lastMailTo(email, count);
  const token = /\/(?:welcome|reset|known)\/([\w-]+)/.exec(text)?.[1];
  if (!token) throw new Error(`no link in: ${text}`);
  return token;
}
