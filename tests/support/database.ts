import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { ask } from '@/scripts/stack/postgres';

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database with every migration applied and no rows: a copy of the run's template, made in milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = inject('templateUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const [url, server] = [new URL(template), new URL(template)];
  url.pathname = name;
  server.pathname = 'postgres';
  await ask(server.href, `CREATE DATABASE ${name} TEMPLATE ${new URL(template).pathname.slice(1)}`);
  return { url: url.href, drop: () => ask(server.href, `DROP DATABASE ${name} WITH (FORCE)`) };
}
