import { cache } from 'react';
import { sessionHolds } from '@/lib/accounts/policy';
import { roleOf } from '@/lib/accounts/role';
import { rowsById } from '@/lib/adapters/database';
import { type SessionClaims, sessionClaims } from '@/lib/adapters/session';
import type { Actor } from '@/lib/platform/actor';
import type { Role as StoredRole } from '@/prisma/generated/client';

interface Proof {
  id: string;
  role: StoredRole;
  name: string;
  zone: string;
  locale: string | null;
  disabledAt: Date | null;
  sessionVersion: number;
}

const findProof = rowsById<Proof>(`SELECT id, role, name, zone, locale, disabled_at AS "disabledAt",
  session_version AS "sessionVersion" FROM person WHERE id = ANY($1)`);

/** Proves a session's claims against the database: null when the account is gone or disabled, or the session has ended. */
export async function actorOf(claims: SessionClaims): Promise<Actor | null> {
  const person = await findProof(claims.personId);
  if (!person || !sessionHolds(person, claims.version)) return null;
  const { id, name, zone, locale } = person;
  return { id, name, zone, locale, role: roleOf(person.role) } as Actor;
}

/** The actor of this request, proven once a request; null: signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const claims = await sessionClaims();
  return claims && actorOf(claims);
});
