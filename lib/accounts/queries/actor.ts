import { headers } from 'next/headers';
import { cache } from 'react';
import { sessionHolds, sessionKind } from '@/lib/accounts/policy';
import { roleOf } from '@/lib/accounts/role';
import { sessionId } from '@/lib/accounts/schema';
import { rowsById } from '@/lib/adapters/database';
import { type SessionClaims, sessionClaims } from '@/lib/adapters/session';
import type { Actor } from '@/lib/platform/actor';
import { PAGE_OF } from '@/lib/platform/page-headers';
import { settings } from '@/lib/platform/settings';
import type { Role as StoredRole } from '@/prisma/generated/client';

interface Proof {
  /** The session's. */
  id: string;
  personId: string;
  appointmentId: string | null;
  beganAs: StoredRole;
  personVersion: number;
  usedAt: Date;
  provenAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  role: StoredRole;
  name: string;
  zone: string;
  locale: string | null;
  disabledAt: Date | null;
  sessionVersion: number;
}

const readProof =
  rowsById<Proof>(`SELECT s.id, s.person_id AS "personId", s.appointment_id AS "appointmentId", s.role AS "beganAs",
  s.person_version AS "personVersion", s.used_at AS "usedAt", s.proven_at AS "provenAt", s.ends_at AS "endsAt", s.ended_at AS "endedAt",
  p.role, p.name, p.zone, p.locale, p.disabled_at AS "disabledAt", p.session_version AS "sessionVersion"
  FROM session s JOIN person p ON p.id = s.person_id WHERE s.id = ANY($1)`);

/** What is not even an id is looked up by nobody: it would fail the reads that go along with it. */
const findProof = (id: string) => (sessionId.safeParse(id).success ? readProof(id) : null);

/** Proves a session against the database: null when it has ended in whichever way, or its scope is not all that its person may do. */
export async function actorOf(claims: SessionClaims): Promise<Actor | null> {
  const proof = await findProof(claims.sessionId);
  if (!proof || proof.appointmentId !== null || !holds(proof)) return null;
  const { id, personId, name, zone, locale, usedAt, provenAt } = proof;
  const session = { id, usedAt, provenAt };
  return { id: personId, name, zone, locale, role: roleOf(proof.role), session } as Actor;
}

/** True while a session (its id) of this person is good for this visit. */
export async function isSessionFor(appointmentId: string, personId: string, session: string): Promise<boolean> {
  const proof = await findProof(session);
  if (!proof || proof.personId !== personId || !holds(proof)) return false;
  return proof.appointmentId === null || proof.appointmentId === appointmentId;
}

function holds(proof: Proof): boolean {
  const { idle } = settings().sessions[sessionKind(roleOf(proof.beganAs))];
  return sessionHolds({ ...proof, role: proof.beganAs, person: proof }, idle, Date.now());
}

/** The actor of this request, proven once a request; null: signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const claims = await sessionClaims();
  return claims && actorOf(claims);
});

/** False where what came is of a page that was another person's: they were signed in when it was opened. A program's request has no page. */
export async function isPageOf(actor: Actor): Promise<boolean> {
  const of = (await headers()).get(PAGE_OF);
  return of === null || of === actor.id;
}
