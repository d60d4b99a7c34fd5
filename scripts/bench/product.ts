import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { migrate } from '@/prisma/migrate';
import { startApp } from '@/scripts/stack/app';
import type { Environment } from '@/scripts/stack/environment';
import { inRoot } from '@/scripts/stack/paths';
import { freePort } from '@/scripts/stack/ports';
import { ask } from '@/scripts/stack/postgres';
import type { Service, Surroundings } from '@/scripts/stack/service';
import { type Stack, startStack } from '@/scripts/stack/stack';
import { factories, type TestPerson } from '@/tests/support/factories';
import { sessionCookie } from '@/tests/support/session-cookie';

/** The environment without the settings of a person's own instance, which have no say in what is measured or shown. */
export function withoutSettings(): Environment {
  const names = Object.keys(parseEnv(readFileSync(inRoot('.env.example'), 'utf8')));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)));
}

/** The product as `npm start` runs it, on data of its own. */
export async function startProduct(data: string, tell: (line: string) => void, signal?: AbortSignal) {
  const stack = await startStack({ data, port: await freePort(), demo: false, env: withoutSettings(), tell, signal });
  const url = stack.env.DATABASE_URL ?? '';
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4 }) });
  const [starting, running] = [new Set<Promise<unknown>>(), new Set<Service>()];
  return {
    stack,
    make: factories(prisma),
    session: (person: TestPerson) => sessionCookie(person.id, stack.env),
    /** Another app process over another database of the same PostgreSQL; `prepare` fills it before. */
    beside<T>(name: string, prepare: (url: string) => Promise<T>) {
      const started = beside(stack, name, prepare, { tell, signal });
      starting.add(started);
      return started.then(({ app, ...side }) => {
        running.add(app);
        return side;
      });
    },
    async stop() {
      for (const app of running) await app.stop();
      await prisma.$disconnect();
      await stack.stop();
      // What was given up while its database was filled has failed by now.
      await Promise.allSettled(starting);
    },
  };
}

export type Product = Awaited<ReturnType<typeof startProduct>>;

async function beside<T>(
  stack: Stack,
  name: string,
  prepare: (url: string) => Promise<T>,
  { tell, signal }: Pick<Surroundings, 'tell' | 'signal'>,
) {
  const [url, server] = [new URL(stack.env.DATABASE_URL ?? ''), new URL(stack.env.DATABASE_URL ?? '')];
  url.pathname = name;
  server.pathname = 'postgres';
  await ask(server.href, `CREATE DATABASE ${name}`);
  await migrate(url.href);
  const prepared = await prepare(url.href);
  const port = String(await freePort());
  const baseUrl = `http://localhost:${port}`;
  const env = { ...stack.env, DATABASE_URL: url.href, PORT: port, NEXTAUTH_URL: baseUrl };
  const data = join(stack.data, name);
  mkdirSync(data);
  const app = await startApp(env, { dev: false, dist: '.next' }, { data, tell, signal, onPid: () => {} });
  return { baseUrl, prepared, session: (personId: string) => sessionCookie(personId, env), app };
}
