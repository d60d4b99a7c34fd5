import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { refuseUnkept } from './kept-instants';
import { applyMigrations } from './schema-engine';

// Any fixed number that nothing else in this database locks.
const LOCK = 4_217_003;

/**
 * Brings a database to the newest schema: Anteroom's tables and graphile-worker's. Safe to call from several processes at once: one
 * migrates, the others wait and find nothing left to do.
 * @throws Error in words for whoever runs it, where rows of an earlier release have to be mended first
 * @returns the names of the migrations that were applied
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await refuseUnkept(lock);
    const applied = await applyMigrations(databaseUrl);
    await runMigrations({ connectionString: databaseUrl });
    return applied;
  } finally {
    await lock.end();
  }
}

if (import.meta.main) {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) {
    console.error('DATABASE_URL is not set: it names the database to migrate.');
    process.exit(1);
  }
  const applied = await migrate(DATABASE_URL);
  console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied: ${applied.join(', ')}`);
}
