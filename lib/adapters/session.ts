import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { settings } from '@/lib/platform/settings';

/** Long enough for a working day; after it a person signs in again. Seconds. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Ports of one host share cookies, so the name carries the port; over https the prefix ties it to this host. */
function cookieName(kind: string): string {
  const { protocol, port } = new URL(settings().origin);
  return protocol === 'https:' ? `__Host-anteroom.${kind}` : `anteroom-${port || '80'}.${kind}`;
}

export const cookie = (kind: string) => ({
  name: cookieName(kind),
  options: {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: settings().origin.startsWith('https:'),
  },
});

/** A session's own claims; they count only after accounts/queries compared them with the database. */
export interface SessionClaims {
  personId: string;
  version: number;
}

/** Cookies that were decrypted before, by their text: a page asks many times with the same one. They expire here as they do there. */
const decrypted = new Map<string, { claims: SessionClaims; expiresAt: number }>();

const REMEMBERED = 5_000;

async function decrypt(token: string): Promise<SessionClaims | null> {
  const known = decrypted.get(token);
  if (known) return Date.now() < known.expiresAt ? known.claims : null;
  const claims = await decode({ token, secret: settings().sessionSecret });
  if (typeof claims?.sub !== 'string' || typeof claims.version !== 'number') return null;
  if (decrypted.size >= REMEMBERED) decrypted.clear();
  const read = { personId: claims.sub, version: claims.version };
  decrypted.set(token, { claims: read, expiresAt: Number(claims.exp) * 1000 });
  return read;
}

/** The claims of this request's session cookie, or null: none, expired, or not ours. */
export async function sessionClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(cookieName('session'))?.value;
  // What is no token of ours throws.
  return token ? decrypt(token).catch(() => null) : null;
}

/** Signs this browser in as somebody who was just proven. For server actions. */
export async function beginSession({ personId, version }: SessionClaims): Promise<void> {
  const token = await encode({
    token: { sub: personId, version },
    secret: settings().sessionSecret,
    maxAge: SESSION_SECONDS,
  });
  const { name, options } = cookie('session');
  (await cookies()).set(name, token, { ...options, maxAge: SESSION_SECONDS });
}

/** Signs this browser out. For server actions and route handlers. */
export async function endSession(): Promise<void> {
  const { name, options } = cookie('session');
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
