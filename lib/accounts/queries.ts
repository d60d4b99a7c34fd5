import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { linkIdOf, linkToken } from '@/lib/accounts/links';
import { bestLocale } from '@/lib/accounts/locale';
import {
  isLocale,
  type LinkKind,
  type LinkState,
  type Locale,
  linkState,
  mayInvite,
  sessionHolds,
} from '@/lib/accounts/policy';
import { type SessionClaims, sessionClaims } from '@/lib/adapters/auth';
import { containing, prisma, rowsById, type Tx } from '@/lib/adapters/database';
import type { Actor, Role } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import type { Role as StoredRole } from '@/prisma/generated/client';

const roleOf = (role: StoredRole) => role.toLowerCase() as Role;

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

const PEOPLE_A_PAGE = 50;

export interface PeopleSearch {
  /** A part of the name or the e-mail. */
  text?: string;
  role?: Role;
  /** From 1 on. */
  page?: number;
}

/** Everyone who has an account, a page at a time, for the front desk; nobody for anyone else. */
export async function searchPeople(actor: Actor, { text = '', role, page = 1 }: PeopleSearch = {}) {
  if (actor.role !== 'admin') return { people: [], total: 0, pages: 1, page: 1 };
  const contains = containing(text);
  const where = {
    ...(role && { role: role.toUpperCase() as StoredRole }),
    ...(text.trim() && { OR: [{ name: contains }, { email: contains }] }),
  };
  const total = await prisma().person.count({ where });
  const pages = Math.max(1, Math.ceil(total / PEOPLE_A_PAGE));
  const shown = Math.min(page, pages);
  const rows = await prisma().person.findMany({
    where,
    select: { id: true, role: true, name: true, email: true, disabledAt: true },
    orderBy: [{ role: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    skip: (shown - 1) * PEOPLE_A_PAGE,
    take: PEOPLE_A_PAGE,
  });
  const people: PersonRow[] = rows.map((person) => ({ ...person, role: roleOf(person.role) }));
  return { people, total, pages, page: shown };
}

export interface InvitationRow {
  id: string;
  role: Role;
  name: string;
  email: string;
  expiresAt: Date;
  expired: boolean;
}

/** Invitations that nobody has used yet, expired ones too, for the front desk; none for anyone else. */
export async function listInvitations(actor: Actor, now: Date): Promise<InvitationRow[]> {
  if (!mayInvite(actor)) return [];
  const rows = await prisma().accountLink.findMany({
    where: { kind: 'INVITATION', usedAt: null, withdrawnAt: null },
    orderBy: { id: 'desc' },
    take: 200,
  });
  return rows.map(({ id, role, name, email, expiresAt }) => ({
    ...{ id, expiresAt, role: roleOf(role ?? 'PATIENT'), name: name ?? '', email: email ?? '' },
    expired: expiresAt <= now,
  }));
}

export interface OpenLink {
  state: 'open';
  id: string;
  kind: LinkKind;
  email: string;
  role: Role;
  name: string;
  phone: string | null;
  /** IANA name; null: whatever the browser says. */
  zone: string | null;
  locale: string | null;
  specialty: string | null;
  languages: string[];
}

/** `taken`: meanwhile the e-mail has an account. `unknown`: no link of ours, or not the whole of it. */
export type FoundLink = OpenLink | { state: Exclude<LinkState, 'open'> | 'taken' | 'unknown'; kind?: LinkKind };

/** The link to a token of an address, when it is of one of these kinds. Looking at it changes nothing: programs that scan mail do. */
export async function findLink(token: string, kinds: LinkKind[], now: Date): Promise<FoundLink> {
  const id = linkIdOf(token, settings().sessionSecret);
  if (!id) return { state: 'unknown' };
  const row = await prisma().accountLink.findUnique({ where: { id } });
  // One that we made and that is gone was swept away.
  if (!row) return { state: 'expired' };
  const kind = row.kind.toLowerCase() as LinkKind;
  if (!kinds.includes(kind)) return { state: 'unknown' };
  const state = linkState(row, now);
  const { email, name, phone, zone, locale, specialty, languages } = row;
  if (state !== 'open' || email === null) return { state: state === 'open' ? 'expired' : state, kind };
  const person = await prisma().person.findUnique({ where: { email }, select: { disabledAt: true } });
  if (kind === 'reset' && (!person || person.disabledAt)) return { state: 'expired', kind };
  if (kind !== 'reset' && person) return { state: 'taken', kind };
  const rest = { name: name ?? '', phone, zone, locale, specialty, languages };
  return { state, id, kind, email, role: roleOf(row.role ?? 'PATIENT'), ...rest };
}

/** What the mail of a link says: the link itself, or to whom it may not be given why. */
export interface AccountLetter {
  kind: LinkKind | 'account_exists' | 'account_closed';
  to: { name: string; address: string };
  locale: Locale;
  role: Role;
  /** Only with a link. */
  token?: string;
}

/** The mail that a link is due; null when there is none, or it is too late for it. */
export async function letterOf(linkId: string, now: Date): Promise<AccountLetter | null> {
  const link = await prisma().accountLink.findUnique({ where: { id: linkId } });
  if (!link?.email || linkState(link, now) !== 'open') return null;
  const { email: address } = link;
  const kind = link.kind.toLowerCase() as LinkKind;
  const person = await prisma().person.findUnique({
    where: { email: address },
    select: { name: true, locale: true, role: true, disabledAt: true },
  });
  const known = person?.locale ?? link.locale;
  const letter = {
    locale: isLocale(known) ? known : 'en',
    role: roleOf(person?.role ?? link.role ?? 'PATIENT'),
  } as const;
  const withLink = (id: string) => ({ token: linkToken(id, settings().sessionSecret) });
  if (kind === 'reset' && !person) return null;
  if (person) {
    const to = { name: person.name, address };
    if (person.disabledAt) return { ...letter, kind: 'account_closed', to };
    return kind === 'reset' ? { ...letter, ...withLink(linkId), kind, to } : { ...letter, kind: 'account_exists', to };
  }
  if (kind === 'invitation') return { ...letter, ...withLink(linkId), kind, to: { name: link.name ?? '', address } };
  // Whoever was invited and signs up all the same gets the invitation: a doctor must not become a patient by a slip.
  const invitation = await prisma().accountLink.findFirst({
    where: { email: address, kind: 'INVITATION', usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
  });
  if (invitation) return letterOf(invitation.id, now);
  // Anyone may have typed this name beside this address: the mail does not repeat it.
  return { ...letter, ...withLink(linkId), kind, to: { name: '', address } };
}

/** What the actor may change of the own account, and the e-mail. */
export async function ownProfile(actor: Actor) {
  return prisma().person.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      email: true,
      name: true,
      phone: true,
      zone: true,
      doctor: { select: { specialty: true, languages: true } },
    },
  });
}

/** Whether the actor has proven to read the own e-mail: before that nothing is booked. */
export const emailConfirmed = async (tx: Tx, actor: Actor): Promise<boolean> =>
  (await tx.person.count({ where: { id: actor.id, emailConfirmedAt: { not: null } } })) > 0;

/** Patients whose name or e-mail contains `text`, to book for; for doctors and the front desk. */
export async function findPatients(actor: Actor, text: string): Promise<{ id: string; name: string; email: string }[]> {
  if (actor.role === 'patient') return [];
  const contains = containing(text);
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
): Promise<{ id: string; name: string; email: string; zone: string } | null> {
  if (actor.role === 'patient') return null;
  return prisma().person.findFirst({
    where: { id, role: 'PATIENT', disabledAt: null },
    select: { id: true, name: true, email: true, zone: true },
  });
}
