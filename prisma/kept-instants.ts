import type pg from 'pg';

const OUTSIDE = `
  SELECT id::text FROM appointment
  WHERE starts_at < '1970-01-01T00:00:00Z' OR ends_at >= '2300-01-01T00:00:00Z'
     OR proposed_starts_at < '1970-01-01T00:00:00Z' OR proposed_ends_at >= '2300-01-01T00:00:00Z'
  ORDER BY id`;
const DAYS_OUTSIDE = `SELECT id::text FROM day_exception WHERE date < '1970-01-01' OR date >= '2300-01-01' ORDER BY id`;

/**
 * Looks for rows that the migration `kept_instants` would stumble over: earlier releases took any year, and what lies beyond 9999 could not be
 * read again.
 * @throws Error that says which rows they are, and the SQL that mends them
 */
export async function refuseUnkept(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query(
    `SELECT to_regclass('public.day_exception') IS NOT NULL AND NOT EXISTS (
       SELECT FROM pg_constraint WHERE conname = 'appointment_kept_instants' AND convalidated) AS look`,
  );
  if (!tables[0].look) return;
  const idsOf = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const [visits, days] = [await idsOf(OUTSIDE), await idsOf(DAYS_OUTSIDE)];
  const said = [...told('appointment', visits, MEND), ...told('day_exception', days, 'DELETE FROM day_exception')];
  if (said.length > 0) throw new Error(`Nothing was migrated. ${said.join('\n')}\nThen migrate again.`);
}

const MEND = `UPDATE appointment SET status = 'CANCELED', revision = revision + 1, proposed_starts_at = NULL, proposed_ends_at = NULL,
  starts_at = '2199-12-31T00:00:00Z', ends_at = '2199-12-31T00:05:00Z'`;

function told(table: string, ids: string[], mend: string): string[] {
  if (ids.length === 0) return [];
  const listed = ids.map((id) => `'${id}'`).join(', ');
  return [
    `${ids.length} of ${table} are outside the years 1970 to 2299, which pages cannot show. Mend them, for example with\n${mend}\n  WHERE id IN (${listed});`,
  ];
}
