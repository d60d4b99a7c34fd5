import type { NextAuthOptions } from 'next-auth';
import { type KnownDevice, knownDevice, rememberDevice } from '@/lib/adapters/known-device';
import { cookie, cookieSeconds, type NewSession, sessionClaims, tokenOf } from '@/lib/adapters/session';
import { log } from '@/lib/platform/log';
import { textOf } from '@/lib/platform/schema';
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

/** Signs in by what next-auth was sent, which may be of any type, from the browser that sent it. */
async function signInBy(signIn: Commands['signIn'], input: unknown, headers: Record<string, string>) {
  const { email, password }: Record<string, unknown> = Object(input);
  const outcome = await signIn({
    email: textOf(email),
    password: textOf(password),
    address: headers[CLIENT_ADDRESS_HEADER] ?? null,
    device: {
      userAgent: headers['user-agent'] ?? null,
      before: (await sessionClaims())?.sessionId ?? null,
      known: await knownDevice(),
    },
  });
  if (outcome.ok) await rememberDevice({ id: outcome.session.personId, version: outcome.session.version });
  return outcome;
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
          const outcome = await signInBy(signIn, input, request.headers ?? {}).catch((error) => {
            log().error({ err: error }, 'sign-in failed');
            return { ok: false, code: 'failed' } as const;
          });
          // next-auth puts the message of whatever is thrown here into an address.
          if (!outcome.ok) {
            throw new Error('retryAfter' in outcome ? `${outcome.code}:${outcome.retryAfter}` : outcome.code);
          }
          return { id: outcome.session.personId, session: outcome.session };
        },
      },
    ],
    callbacks: {
      // The form knows where to go. What is asked for may be no address at all, or another site's.
      redirect: ({ baseUrl }) => baseUrl,
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
