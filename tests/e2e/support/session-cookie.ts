import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { TestPerson } from '@/tests/support/factories';

/** A session as sign-in makes it, as a Cookie header for one app; hundreds of sign-ins would measure argon2. */
export async function sessionCookie(
  { id, role }: TestPerson,
  baseUrl: string,
  { NEXTAUTH_SECRET: secret, DATABASE_URL }: { NEXTAUTH_SECRET: string; DATABASE_URL: string },
): Promise<string> {
  const session = uuidv7();
  const database = new pg.Client({ connectionString: DATABASE_URL });
  await database.connect();
  await database.query(
    `INSERT INTO session (id, person_id, kind, role, person_version, ends_at)
     SELECT $1, id, (CASE role WHEN 'PATIENT' THEN 'PATIENT' ELSE 'STAFF' END)::session_kind, role, session_version, now() + interval '1 hour'
     FROM person WHERE id = $2 AND role = $3::role`,
    [session, id, role],
  );
  await database.end();
  const token = await encode({ token: { sub: id, version: 1, session }, secret, maxAge: 3_600 });
  return `anteroom-${new URL(baseUrl).port}.session=${token}`;
}
