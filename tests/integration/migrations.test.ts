import { randomUUID } from 'node:crypto';
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

test('years that no page can show are refused by the database, and named with the way to mend them before a migration', async () => {
  await using fresh = await database();
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  const make = async (startsAt: string, endsAt: string) => {
    const person = async (role: string) => {
      const id = randomUUID();
      await client.query(
        `INSERT INTO person (id, role, email, name, password_hash, zone) VALUES ($1, $2, $3, 'N', 'x', 'UTC')`,
        [id, role, `${id}@test.example`],
      );
      return id;
    };
    const [doctor, patient, id] = [await person('DOCTOR'), await person('PATIENT'), randomUUID()];
    await client.query(`INSERT INTO doctor (person_id, specialty) VALUES ($1, 'x')`, [doctor]);
    await client.query(
      `INSERT INTO appointment (id, doctor_id, patient_id, starts_at, ends_at, visit_type, status, reason)
       VALUES ($1, $2, $3, $4, $5, 'VIDEO', 'CONFIRMED', 'x')`,
      [id, doctor, patient, startsAt, endsAt],
    );
    return id;
  };
  const late = ['9999-12-31T23:59:00Z', '10000-01-01T00:29:00Z'] as const;
  await expect(make(...late)).rejects.toThrow(/appointment_kept_instants/);
  await expect(make('1969-12-31T23:59:00Z', '1970-01-01T00:29:00Z')).rejects.toThrow(/appointment_kept_instants/);

  // As it was before the constraint: the row is there.
  await client.query('ALTER TABLE appointment DROP CONSTRAINT appointment_kept_instants');
  await client.query('ALTER TABLE day_exception DROP CONSTRAINT day_exception_kept_date');
  await client.query(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%kept_instants%'`);
  const id = await make(...late);
  const refusal = await migrate(fresh.url).then(
    () => '',
    (error: Error) => error.message,
  );
  expect(refusal).toMatch(/^Nothing was migrated\. 1 of appointment/);
  const mend = /UPDATE [^;]*;/.exec(refusal)?.[0] ?? '';
  expect(mend).toContain(id);
  await client.query(mend);
  expect(await migrate(fresh.url)).toEqual(['20261126160000_kept_instants', '20261126160100_kept_instants_checked']);
  await client.end();
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
