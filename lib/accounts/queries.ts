import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { bestLocale } from '@/lib/accounts/locale';
import { isLocale, type Locale, sessionHolds } from '@/lib/accounts/policy';
import { type SessionClaims, sessionClaims } from '@/lib/adapters/auth';
import { prisma, rowsById, type Tx } from '@/lib/adapters/database';
import type { Actor, Role } from '@/lib/platform/actor';
import type { Role as Stored } from '@/prisma/generated/client';

interface Proof {
  id: string;
  role: Stored;
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
  return { id, name, zone, locale, role: person.role.toLowerCase() as Role } as Actor;
}

/** Who makes this request, proven once a request; null: signed out. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const claims = await sessionClaims();
  return claims && actorOf(claims);
});

export const LOCALE_COOKIE = 'anteroom.locale';

/** The language of this request's reader: the person's choice, else this browser's last choice, else what the browser asks for. */
export const readerLocale = cache(async (): Promise<Locale> => {
  const chosen = (await currentActor())?.locale ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : bestLocale((await headers()).get('accept-language'));
});

export interface PersonRow {
  id: string;
  role: Role;
  name: string;
  email: string;
  disabledAt: Date | null;
}

/** Everyone who has an account, for the front desk; nobody for anyone else. */
export async function listPeople(actor: Actor): Promise<PersonRow[]> {
  if (actor.role !== 'admin') return [];
  const people = await prisma().person.findMany({
    select: { id: true, role: true, name: true, email: true, disabledAt: true },
    orderBy: [{ role: 'desc' }, { name: 'asc' }],
    take: 500,
  });
  return people.map((person) => ({ ...person, role: person.role.toLowerCase() as Role }));
}

/** The e-mail of the actor's own account. */
export async function ownEmail(actor: Actor): Promise<string> {
  return (await prisma().person.findUniqueOrThrow({ where: { id: actor.id }, select: { email: true } })).email;
}

/** Whether the actor has proven to read the own e-mail: before that nothing is booked. */
export const emailConfirmed = async (tx: Tx, actor: Actor): Promise<boolean> =>
  (await tx.person.count({ where: { id: actor.id, emailConfirmedAt: { not: null } } })) > 0;

/** Patients whose name or e-mail contains `text`, to book for; for doctors and the front desk. */
export async function findPatients(actor: Actor, text: string): Promise<{ id: string; name: string; email: string }[]> {
  if (actor.role === 'patient') return [];
  const contains = { contains: text.trim(), mode: 'insensitive' as const };
  return prisma().person.findMany({
    where: { role: 'PATIENT', disabledAt: null, OR: [{ name: contains }, { email: contains }] },
    select: { id: true, name: true, email: true },
    orderBy: { name: 'asc' },
    take: 20,
  });
}

/** One patient to book for; null when there is none, or for someone who books only for themselves. */
export async function findPatient(
  actor: Actor,
  id: string,
): Promise<{ id: string; name: string; email: string } | null> {
  if (actor.role === 'patient') return null;
  return prisma().person.findFirst({
    where: { id, role: 'PATIENT', disabledAt: null },
    select: { id: true, name: true, email: true },
  });
}
