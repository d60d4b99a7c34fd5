import { headers } from 'next/headers';
import { beginSession, type Proven } from '@/lib/accounts/commands/sessions';
import { rememberDevice } from '@/lib/adapters/known-device';
import { sessionClaims, setSessionCookie } from '@/lib/adapters/session';

/** Signs this browser in as somebody who was just proven; the session that it had ends. For server actions. */
export async function signInHere(proven: Proven): Promise<void> {
  const userAgent = (await headers()).get('user-agent');
  const before = (await sessionClaims())?.sessionId ?? null;
  await rememberDevice({ id: proven.personId, version: proven.version });
  await setSessionCookie(await beginSession(proven, { userAgent, before }, new Date()));
}
