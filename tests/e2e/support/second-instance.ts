import { randomUUID } from 'node:crypto';
import { migrate } from '@/prisma/migrate';
import { startApp } from '@/scripts/stack/app';
import { freePort } from '@/scripts/stack/ports';
import { ask } from '@/scripts/stack/postgres';
import { temporaryDirectory } from '@/tests/support/temporary';
import { connect, makers } from './people';
import type { StackUnderTest } from './stack';

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
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const service = await startApp(
    { ...stack.env, PORT: String(port), NEXTAUTH_URL: baseUrl, DATABASE_URL: url.href, ...env },
    { dev: false, dist: stack.env.ANTEROOM_DIST },
    { data: directory.path, tell: () => {}, onPid: () => {} },
  );
  cleanup.defer(() => service.stop());
  const running = cleanup.move();
  return { baseUrl, make: makers(prisma), stop: () => running.disposeAsync() };
}

export type SecondInstance = Awaited<ReturnType<typeof startSecondInstance>>;
