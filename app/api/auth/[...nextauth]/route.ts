import { cookies } from 'next/headers';
import NextAuth from 'next-auth';
import { notForeign } from '@/app/api/guard';
import { endSession } from '@/lib/accounts/commands/sessions';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { readerLocale } from '@/lib/accounts/queries/locale';
import { authOptions, type SignInAttempt } from '@/lib/adapters/auth';
import { cookie } from '@/lib/adapters/session';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';
import { settings } from '@/lib/platform/settings';

type Context = { params: Promise<{ nextauth: string[] }> };

const signInHere = async (attempt: SignInAttempt) => signIn(attempt, await readerLocale());
const signOut = (sessionId: string) => endSession(sessionId, new Date());

/** An address to go back to that next-auth would fail at. Nothing of ours goes by it: the pages know for themselves where to go. */
const isNoAddress = (address: string | null | undefined) =>
  Boolean(address) && !/^https?:$/.test(URL.parse(address ?? '', settings().origin)?.protocol ?? '');

async function handle(request: Request, context: Context) {
  const { name } = cookie('callback');
  const kept = await cookies();
  const fromCookie = isNoAddress(kept.get(name)?.value);
  if (fromCookie) kept.delete(name);
  if (fromCookie || isNoAddress(new URL(request.url).searchParams.get('callbackUrl'))) {
    return problemResponse(refuse('invalid_request', { detail: 'callbackUrl: is no address' }));
  }
  return NextAuth(authOptions({ signIn: signInHere, signOut }))(request, context);
}

/**
 * What next-auth is asked for here. Of the rest, `session` would give whoever asks a cookie with a later end, for a session that may have
 * ended; `callback` fails when it is asked for; `_log` lets anybody write our log; and its own pages are not ours.
 */
const OPEN = {
  GET: ['csrf', 'providers', 'signin', 'signout', 'error'],
  POST: ['callback/credentials', 'signout'],
};

const isOpen = async (method: keyof typeof OPEN, { params }: Context) =>
  OPEN[method].includes((await params).nextauth.join('/'));

export async function GET(request: Request, context: Context) {
  return (await isOpen('GET', context)) ? handle(request, context) : problemResponse(refuse('not_found'));
}

export async function POST(request: Request, context: Context) {
  const foreign = notForeign(request);
  if (foreign) return problemResponse(foreign);
  return (await isOpen('POST', context)) ? handle(request, context) : problemResponse(refuse('not_found'));
}
