import { encode } from 'next-auth/jwt';
import type { TestPerson } from '@/tests/support/factories';

/** A session as sign-in makes it, as a Cookie header for one app; hundreds of sign-ins would measure argon2. */
export async function sessionCookie(
  { id }: TestPerson,
  baseUrl: string,
  { NEXTAUTH_SECRET: secret }: { NEXTAUTH_SECRET: string },
): Promise<string> {
  const token = await encode({ token: { sub: id, version: 1 }, secret, maxAge: 3_600 });
  return `anteroom-${new URL(baseUrl).port}.session=${token}`;
}
