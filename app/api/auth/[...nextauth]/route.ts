import NextAuth from 'next-auth';
import { notForeign } from '@/app/api/guard';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { authOptions } from '@/lib/adapters/auth';
import { problemResponse } from '@/lib/platform/problem-response';

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = (request: Request, context: Context) => NextAuth(authOptions(signIn))(request, context);

export const GET = handle;

export async function POST(request: Request, context: Context) {
  const foreign = notForeign(request);
  return foreign ? problemResponse(foreign) : handle(request, context);
}
