import NextAuth from 'next-auth';
import { notForeign } from '@/app/api/guard';
import { endSession } from '@/lib/accounts/commands/sessions';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { readerLocale } from '@/lib/accounts/queries/locale';
import { authOptions, type SignInAttempt } from '@/lib/adapters/auth';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';

type Context = { params: Promise<{ nextauth: string[] }> };

const signInHere = async (attempt: SignInAttempt) => signIn(attempt, await readerLocale());
const signOut = (sessionId: string) => endSession(sessionId, new Date());

const handle = (request: Request, context: Context) =>
  NextAuth(authOptions({ signIn: signInHere, signOut }))(request, context);

/**
 * What next-auth is asked for here. Of the rest, `session` would give whoever asks a cookie with a later end, for a session that may have
 * ended; `callback` fails when it is asked for; and its own pages are not ours.
 */
const OPEN = {
  GET: ['csrf', 'providers', 'signin', 'signout', 'error'],
  POST: ['callback/credentials', 'signout', '_log'],
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
