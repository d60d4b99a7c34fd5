import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { settings } from '@/lib/platform/settings';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';

function connect() {
  // A finite wait: a request that cannot have a connection fails with words instead of hanging.
  const pool = new pg.Pool({ connectionString: settings().databaseUrl, max: 20, connectionTimeoutMillis: 5_000 });
  // A lost connection is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) });
  return { pool, prisma: new PrismaClient({ adapter, errorFormat: 'minimal' }) };
}

const names = new Map<string, string>();

/** The name under which a connection keeps a statement prepared: the same for the same text. */
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known) return known;
  const name = `p_${createHash('sha1').update(sql).digest('base64url')}`;
  // Lists in a condition make ever new texts.
  if (names.size >= 1_000) names.clear();
  names.set(sql, name);
  return name;
}

// Hot reload loads this module again and again; its connections must not multiply.
const held = globalThis as { anteroomDatabase?: ReturnType<typeof connect> };

function database() {
  held.anteroomDatabase ??= connect();
  return held.anteroomDatabase;
}

/** The Prisma client of this process. */
export const prisma = () => database().prisma;

/** The connection pool under it, for libraries that bring their own SQL. */
export const pool = () => database().pool;

/**
 * Rows by their ids (UUIDs), for the few reads that every request makes: its own SQL, with `= ANY($1)`, since Prisma would spend three
 * times as long on one as PostgreSQL and the driver do together. What is asked for in one turn of the event loop, by whichever requests,
 * goes there as one statement; nothing is kept for the next.
 */
export function rowsById<Row extends { id: string }>(sql: string): (id: string) => Promise<Readonly<Row> | null> {
  let turn: { ids: Set<string>; rows: Promise<Map<string, Row>> } | undefined;
  async function read(ids: Set<string>) {
    await setImmediate();
    turn = undefined;
    const { rows } = await pool().query<Row>({ name: statementName(sql), text: sql, values: [[...ids]] });
    return new Map(rows.map((row) => [row.id, row]));
  }
  return async (id) => {
    if (!turn) {
      const ids = new Set<string>();
      turn = { ids, rows: read(ids) };
    }
    turn.ids.add(id);
    return (await turn.rows).get(id) ?? null;
  };
}

/** A transaction in progress, or the client itself. */
export type Tx = Prisma.TransactionClient;

/** A condition for texts that contain this one, in whichever case; "%" and "_" are no wildcards to people. */
export const containing = (text: string) => ({
  contains: text.trim().replaceAll(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
});

/** True for an error that says that a time is taken: an exclusion constraint (SQLSTATE 23P01) refused it. */
export const slotConflict = (error: unknown) =>
  /23P01|exclusion constraint/.test(String((error as Error)?.message ?? ''));

/** True for an error that says that there is one like this already: a unique index or an exclusion constraint refused it. */
export const uniqueConflict = (error: unknown) => (error as { code?: string })?.code === 'P2002' || slotConflict(error);

/** Ends every connection; for scripts and tests. */
export async function disconnect(): Promise<void> {
  const open = held.anteroomDatabase;
  held.anteroomDatabase = undefined;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
