import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '@/prisma/migrate';
import { difference } from '@/prisma/schema-engine';
import { ask } from '@/scripts/stack/postgres';
import { freshDatabase } from '@/tests/support/database';

async function database() {
  const { url, drop } = await freshDatabase();
  return { url, [Symbol.asyncDispose]: drop };
}

test('the migrations lead to what schema.prisma says', async () => {
  await using fresh = await database();
  expect(await difference(fresh.url)).toBe('');
});

test('a difference between the two is noticed', async () => {
  await using fresh = await database();
  await ask(fresh.url, 'ALTER TABLE person DROP COLUMN phone');
  expect(await difference(fresh.url)).toContain('ADD COLUMN     "phone" TEXT');
});

test('the roster’s migration takes no lock on a table: whoever writes goes on', async () => {
  await using fresh = await database();
  const roster = readFileSync('prisma/migrations/20261126080000_roster/migration.sql', 'utf8');
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  await client.query('BEGIN');
  await client.query(roster);
  const { rows } = await client.query(
    `SELECT c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE l.pid = pg_backend_pid() AND n.nspname = 'public'`,
  );
  await client.end();
  expect(rows).toEqual([]);
});

test('two processes may migrate at once, and a later one finds nothing to do', async () => {
  await using fresh = await database();
  for (const schema of ['public', 'graphile_worker']) await ask(fresh.url, `DROP SCHEMA ${schema} CASCADE`);
  await ask(fresh.url, 'CREATE SCHEMA public');
  const [one, other] = await Promise.all([migrate(fresh.url), migrate(fresh.url)]);
  expect([...one, ...other]).toContain('20261121000000_start');
  expect(Math.min(one.length, other.length)).toBe(0);
  expect(await migrate(fresh.url)).toEqual([]);

  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  const { rows } = await client.query(`SELECT to_regclass('graphile_worker._private_jobs') AS jobs`);
  await client.end();
  expect(rows[0].jobs).not.toBeNull();
});
