import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { encode } from 'next-auth/jwt';
import { PrismaClient } from '@/prisma/generated/client';
import type { Environment } from '@/scripts/stack/environment';
import { inRoot } from '@/scripts/stack/paths';
import { freePort } from '@/scripts/stack/ports';
import { type Stack, startStack } from '@/scripts/stack/stack';
import { factories, type TestPerson } from '@/tests/support/factories';

/** What a person set for their own instance has no say in what is measured or shown. */
export function withoutSettings(): Environment {
  const names = Object.keys(parseEnv(readFileSync(inRoot('.env.example'), 'utf8')));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)));
}

/** The product as `npm start` runs it, on data of its own. */
export async function startProduct(data: string, tell: (line: string) => void, signal?: AbortSignal) {
  const stack = await startStack({ data, port: await freePort(), demo: false, env: withoutSettings(), tell, signal });
  const url = stack.env.DATABASE_URL ?? '';
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4 }) });
  return {
    stack,
    make: factories(prisma),
    session: (person: TestPerson) => session(stack, person),
    async stop() {
      await prisma.$disconnect();
      await stack.stop();
    },
  };
}

export type Product = Awaited<ReturnType<typeof startProduct>>;

/** A session cookie as signing in would have set it (lib/adapters/auth.ts); a wrong one shows as an answer of 401. */
async function session({ env }: Stack, { id }: TestPerson) {
  const value = await encode({ token: { sub: id, version: 1 }, secret: env.NEXTAUTH_SECRET ?? '' });
  return { name: `anteroom-${env.PORT}.session`, value };
}
