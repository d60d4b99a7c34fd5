import type { NextAuthOptions } from 'next-auth';
import { type KnownDevice, knownDevice, rememberDevice } from '@/lib/adapters/known-device';
import { cookie, cookieSeconds, type NewSession, sessionClaims, tokenOf } from '@/lib/adapters/session';
import { log } from '@/lib/platform/log';
import { settings } from '@/lib/platform/settings';

export interface SignInAttempt {
  email: string;
  password: string;
  /** Client address, or null when it is not known. */
  address: string | null;
  device: {
    /** As the browser calls itself. */
    userAgent: string | null;
    /** The session (id) that it has until now. */
    before: string | null;
    known: KnownDevice | null;
  };
}

export type SignInOutcome =
  | { ok: true; session: NewSession }
  | { ok: false; code: 'wrong_credentials' }
  /** There were too many attempts from everywhere. Whoever reads the account's mail can go on from there. */
  | { ok: false; code: 'link_mailed' }
  | { ok: false; code: 'too_many_requests'; retryAfter: number };

/**
 * The header in which scripts/serve.ts says which network a request came from, by the socket and TRUSTED_PROXIES: an IPv4 address, or the first 64 bits of
 * IPv6. A client's own is discarded there.
 */
export const CLIENT_ADDRESS_HEADER = 'x-anteroom-client-address';

interface Commands {
  signIn: (attempt: SignInAttempt) => Promise<SignInOutcome>;
  /** Ends a session (id). */
  signOut: (sessionId: string) => Promise<void>;
}

/** Options of next-auth around the application's own sign-in and sign-out. */
export function authOptions({ signIn, signOut }: Commands): NextAuthOptions {
  const maxAge = cookieSeconds();
  return {
    secret: settings().sessionSecret,
    session: { strategy: 'jwt', maxAge },
    jwt: { maxAge },
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
          const userAgent = request.headers?.['user-agent'] ?? null;
          const before = (await sessionClaims())?.sessionId ?? null;
          const outcome = await signIn({
            email,
            password,
            address,
            device: { userAgent, before, known: await knownDevice() },
          });
          // next-auth hands the message of an error to the sign-in page.
          if (!outcome.ok) {
            throw new Error('retryAfter' in outcome ? `${outcome.code}:${outcome.retryAfter}` : outcome.code);
          }
          const { personId, version } = outcome.session;
          await rememberDevice({ id: personId, version });
          return { id: personId, session: outcome.session };
        },
      },
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const { session } = (user ?? {}) as { session?: NewSession };
        return session ? tokenOf(session) : token;
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.session === 'string') await signOut(token.session);
      },
    },
    logger: {
      error: (code) => log().error({ code }, 'next-auth error'),
      warn: (code) => log().warn({ code }, 'next-auth warning'),
      debug: () => {},
    },
  };
}
