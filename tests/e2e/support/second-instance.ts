import { randomUUID } from 'node:crypto';
import { migrate } from '@/prisma/migrate';
import { startApp } from '@/scripts/stack/app';
import { freePort } from '@/scripts/stack/ports';
import { ask } from '@/scripts/stack/postgres';
import { temporaryDirectory } from '@/tests/support/temporary';
import { connect, makers } from './people';
import type { StackUnderTest } from './stack';

/** The name in the database of the connections of a second instance's apps. */
export const APP_CONNECTIONS = 'app';

/** One more app process from the same build, on a port of its own. */
async function startAppProcess(env: StackUnderTest['env'], data: string, origin?: string) {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const service = await startApp(
    { ...env, PORT: String(port), NEXTAUTH_URL: origin ?? baseUrl },
    { dev: false, dist: env.ANTEROOM_DIST },
    { data, tell: () => {}, onPid: () => {} },
  );
  return { baseUrl, stop: () => service.stop() };
}

/** One more app process beside others over the same database, as `env` says. */
export async function startAnotherApp(env: StackUnderTest['env']) {
  const directory = temporaryDirectory();
  const { baseUrl, stop } = await startAppProcess(env, directory.path);
  return {
    baseUrl,
    async [Symbol.asyncDispose]() {
      await stop();
      directory.remove();
    },
  };
}

/**
 * One more app process from the same build, with a database of its own: what a test counts there, no other test has counted.
 * @param env settings that differ
 */
export async function startSecondInstance(stack: StackUnderTest, env: Record<string, string> = {}) {
  await using cleanup = new AsyncDisposableStack();
  const directory = temporaryDirectory();
  cleanup.defer(directory.remove);
  const [url, server] = [new URL(stack.env.DATABASE_URL), new URL(stack.env.DATABASE_URL)];
  url.pathname = `test_${randomUUID().replaceAll('-', '')}`;
  server.pathname = 'postgres';
  const name = url.pathname.slice(1);
  await ask(server.href, `CREATE DATABASE ${name}`);
  cleanup.defer(() => ask(server.href, `DROP DATABASE ${name} WITH (FORCE)`));
  await migrate(url.href);
  const prisma = connect(url.href);
  cleanup.defer(() => prisma.$disconnect());
  // Its connections carry a name, so that a test can tell them from its own.
  url.searchParams.set('application_name', APP_CONNECTIONS);
  const given = { ...stack.env, DATABASE_URL: url.href, ...env };
  const app = await startAppProcess(given, directory.path, env.NEXTAUTH_URL);
  cleanup.defer(app.stop);
  const running = cleanup.move();
  return { baseUrl: app.baseUrl, env: given, make: makers(prisma), prisma, stop: () => running.disposeAsync() };
}

export type SecondInstance = Awaited<ReturnType<typeof startSecondInstance>>;
