import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { settings } from '@/lib/platform/settings';

/** Seconds for which a browser keeps the cookie; how long a session holds its row says (accounts/policy), which ends before this. */
export function cookieSeconds(): number {
  const { staff, patient } = settings().sessions;
  return Math.ceil(Math.max(staff.lasts, patient.lasts) / 1_000);
}

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

/** The session that a cookie names; it counts only after accounts/queries looked at its row. */
export interface SessionClaims {
  sessionId: string;
}

/** A session that just began. */
export interface NewSession extends SessionClaims {
  personId: string;
  /** The person's session version: release 0.1.0, which may run beside this one, knows no other proof. */
  version: number;
}

/** What a session's token says. Names and addresses change, and a cookie is no place for them. */
export const tokenOf = ({ personId, version, sessionId }: NewSession) => ({
  sub: personId,
  version,
  session: sessionId,
});

/** Cookies that were decrypted before, by their text: a page asks many times with the same one. They expire here as they do there. */
const decrypted = new Map<string, { claims: SessionClaims; expiresAt: number }>();

const REMEMBERED = 5_000;

async function decrypt(token: string): Promise<SessionClaims | null> {
  const known = decrypted.get(token);
  if (known) return Date.now() < known.expiresAt ? known.claims : null;
  const claims = await decode({ token, secret: settings().sessionSecret });
  if (typeof claims?.session !== 'string') return null;
  if (decrypted.size >= REMEMBERED) decrypted.clear();
  const read = { sessionId: claims.session };
  decrypted.set(token, { claims: read, expiresAt: Number(claims.exp) * 1000 });
  return read;
}

/** The claims of this request's session cookie, or null: none, expired, or not ours. */
export async function sessionClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(cookieName('session'))?.value;
  // What is no token of ours throws.
  return token ? decrypt(token).catch(() => null) : null;
}

/** Gives this browser the cookie of a session. For server actions. */
export async function setSessionCookie(session: NewSession): Promise<void> {
  const maxAge = cookieSeconds();
  const token = await encode({ token: tokenOf(session), secret: settings().sessionSecret, maxAge });
  const { name, options } = cookie('session');
  (await cookies()).set(name, token, { ...options, maxAge });
}

/** Takes the session's cookie from this browser. For server actions and route handlers. */
export async function clearSessionCookie(): Promise<void> {
  const { name, options } = cookie('session');
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
