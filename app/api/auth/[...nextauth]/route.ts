import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { notForeign } from '@/app/api/guard';
import { endSession } from '@/lib/accounts/commands/sessions';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { readerLocale } from '@/lib/accounts/queries/locale';
import { authOptions, type SignInAttempt } from '@/lib/adapters/auth';
import { cookie } from '@/lib/adapters/session';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';

type Context = { params: Promise<{ nextauth: string[] }> };

const signInHere = async (attempt: SignInAttempt) => signIn(attempt, await readerLocale());
const signOut = (sessionId: string) => endSession(sessionId, new Date());

async function handle(request: NextRequest, context: Context) {
  // At an address to go back to that is none next-auth fails. The form knows where to go, so neither the query nor the cookie has a say.
  request.nextUrl.search = '';
  (await cookies()).delete(cookie('callback').name);
  return NextAuth(authOptions({ signIn: signInHere, signOut }))(request, context);
}

/**
 * What next-auth is asked for here. Of the rest, `session` would give whoever asks a cookie with a later end, for a session that may have
 * ended; `callback` fails when it is asked for; and `_log` would let anybody write our log.
 */
const OPEN = { GET: ['csrf', 'providers'], POST: ['callback/credentials', 'signout'] };

/** Where next-auth has its own pages, and leads to where something is wrong. What it adds to those addresses is dropped. */
const PAGES = new Map([
  ['signin', '/sign-in'],
  ['error', '/sign-in'],
  ['signout', '/'],
]);

const pathOf = async ({ params }: Context) => (await params).nextauth.join('/');

export async function GET(request: NextRequest, context: Context) {
  const path = await pathOf(context);
  const page = PAGES.get(path);
  if (page) redirect(page);
  return OPEN.GET.includes(path) ? handle(request, context) : problemResponse(refuse('not_found'));
}

export async function POST(request: NextRequest, context: Context) {
  const foreign = notForeign(request);
  if (foreign) return problemResponse(foreign);
  return OPEN.POST.includes(await pathOf(context)) ? handle(request, context) : problemResponse(refuse('not_found'));
}
