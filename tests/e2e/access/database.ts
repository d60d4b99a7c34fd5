import type { PrismaClient } from '@/prisma/generated/client';

/** Counts of requests, which a refused one raises too, and what no request writes. */
const NOT_COMPARED = ['rate_limit', '_prisma_migrations'];

/** Every row of every table in which one of these ids stands: what an actor did, wherever it left its mark. */
export async function rowsAbout(prisma: PrismaClient, ids: string[]): Promise<Record<string, string>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const patterns = [...new Set(ids)].map((id) => `%${id}%`);
  const selects = tables
    .filter(({ name }) => !NOT_COMPARED.includes(name))
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, string_agg(r::text, E'\\n' ORDER BY r::text) AS rows FROM "${name}" r WHERE r::text LIKE ANY($1)`,
    );
  const found = await prisma.$queryRawUnsafe<{ name: string; rows: string | null }[]>(
    selects.join(' UNION ALL '),
    patterns,
  );
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows ?? '']));
}

/** The tables whose rows differ. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>) =>
  Object.keys(after).filter((name) => before[name] !== after[name]);
