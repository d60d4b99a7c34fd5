import type { NextAuthOptions } from 'next-auth';
import { cookie, SESSION_SECONDS, type SessionClaims } from '@/lib/adapters/session';
import { log } from '@/lib/platform/log';
import { settings } from '@/lib/platform/settings';

export interface SignInAttempt {
  email: string;
  password: string;
  /** Client address, or null when it is not known. */
  address: string | null;
}

export type SignInOutcome =
  | { ok: true; claims: SessionClaims }
  | { ok: false; code: 'wrong_credentials' }
  | { ok: false; code: 'too_many_requests'; retryAfter: number };

/**
 * The header in which scripts/serve.ts says which network a request came from, by the socket and TRUSTED_PROXIES: an IPv4 address, or the first 64 bits of
 * IPv6. A client's own is discarded there.
 */
export const CLIENT_ADDRESS_HEADER = 'x-anteroom-client-address';

/** Options of next-auth around the application's own sign-in. */
export function authOptions(signIn: (attempt: SignInAttempt) => Promise<SignInOutcome>): NextAuthOptions {
  return {
    secret: settings().sessionSecret,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
    },
    providers: [
      {
        id: 'credentials',
        name: 'credentials',
        type: 'credentials',
        credentials: {},
        async authorize(input, request) {
          const { email = '', password = '' } = (input ?? {}) as Record<string, string>;
          const address = request.headers?.[CLIENT_ADDRESS_HEADER] ?? null;
          const outcome = await signIn({ email, password, address });
          // next-auth hands the message of an error to the sign-in page.
          if (!outcome.ok) {
            throw new Error('retryAfter' in outcome ? `${outcome.code}:${outcome.retryAfter}` : outcome.code);
          }
          return { id: outcome.claims.personId, version: outcome.claims.version };
        },
      },
    ],
    callbacks: {
      // Nothing but who and which version: names and addresses change, and a cookie is no place for them.
      jwt: ({ token, user }) =>
        user
          ? { sub: user.id, version: (user as { version?: number }).version }
          : { sub: token.sub, version: token.version },
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code) => log().error({ code }, 'next-auth error'),
      warn: (code) => log().warn({ code }, 'next-auth warning'),
      debug: () => {},
    },
  };
}
