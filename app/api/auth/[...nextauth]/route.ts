import NextAuth from 'next-auth';
import { notForeign } from '@/app/api/guard';
import { endSession } from '@/lib/accounts/commands/sessions';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { authOptions } from '@/lib/adapters/auth';
import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';

type Context = { params: Promise<{ nextauth: string[] }> };

const signOut = (sessionId: string) => endSession(sessionId, new Date());

const handle = (request: Request, context: Context) => NextAuth(authOptions({ signIn, signOut }))(request, context);

export async function GET(request: Request, context: Context) {
  // It would give whoever asks a cookie with a later end, for a session that may have ended.
  if ((await context.params).nextauth.join('/') === 'session') return problemResponse(refuse('not_found'));
  return handle(request, context);
}

export async function POST(request: Request, context: Context) {
  const foreign = notForeign(request);
  return foreign ? problemResponse(foreign) : handle(request, context);
}
