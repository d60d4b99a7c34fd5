import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

interface Instance {
  DATABASE_URL?: string;
  NEXTAUTH_SECRET?: string;
  /** Where the app listens: ports of one host share cookies. */
  PORT?: string;
}

const pools = new Map<string | undefined, pg.Pool>();

/** A few connections, however many sessions are made at once. */
function poolOf(connectionString: string | undefined): pg.Pool {
  const known = pools.get(connectionString);
  if (known) return known;
  const made = new pg.Pool({ connectionString, max: 4, idleTimeoutMillis: 1_000, allowExitOnIdle: true });
  // The database may go first.
  made.on('error', () => {});
  pools.set(connectionString, made);
  return made;
}

/** A session of a person (id), as signing in makes its row and its cookie; hundreds of sign-ins would measure argon2. @throws where there is no such person */
export async function sessionCookie(personId: string, { DATABASE_URL, NEXTAUTH_SECRET = '', PORT }: Instance) {
  const session = uuidv7();
  const { rowCount } = await poolOf(DATABASE_URL).query(
    `INSERT INTO session (id, person_id, kind, role, person_version, ends_at)
     SELECT $1, id, (CASE role WHEN 'PATIENT' THEN 'PATIENT' ELSE 'STAFF' END)::session_kind, role, session_version, now() + interval '1 hour'
     FROM person WHERE id = $2`,
    [session, personId],
  );
  if (rowCount !== 1) throw new Error(`There is nobody with the id ${personId}.`);
  const value = await encode({ token: { sub: personId, version: 1, session }, secret: NEXTAUTH_SECRET, maxAge: 3_600 });
  return { name: `anteroom-${PORT}.session`, value };
}

/** The same as a Cookie header for the app at `baseUrl`. */
export async function sessionHeader({ id }: { id: string }, baseUrl: string, env: Instance): Promise<string> {
  const { name, value } = await sessionCookie(id, { ...env, PORT: new URL(baseUrl).port });
  return `${name}=${value}`;
}
