/** Rules of accounts, pure. Browsers load this file: what it imports comes along. */

export const LOCALES = ['en', 'es'] as const;

export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** The language to write to someone in; whoever leaves it to the browser gets English, as there is no browser to ask. */
export const mailLocale = (chosen: string | null): Locale => (isLocale(chosen) ? chosen : 'en');

/** True for a name that clocks go by. An offset such as "+02:00" is none: it knows nothing of summer. */
export function isZone(zone: string): boolean {
  if (!/^[A-Z][A-Za-z_]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export type SessionKind = 'staff' | 'patient';

/** The kind of session that a role signs in to: whoever works at the clinic sees other people's data. */
export const sessionKind = (role: string): SessionKind => (role === 'patient' ? 'patient' : 'staff');

/** The reasons for which a session ends before its time, in its row. The last three the database itself gives, for a change of the person. */
export type EndReason =
  | 'signed_out'
  | 'ended_elsewhere'
  | 'ended_everywhere'
  | 'replaced'
  | 'too_many'
  | 'password_changed'
  | 'role_changed'
  | 'disabled';

/** A session beside its person as they are now. */
export interface SessionState {
  /** The person's role and version when it began. */
  role: string;
  personVersion: number;
  usedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
  person: { role: string; sessionVersion: number; disabledAt: Date | null };
}

/**
 * True while a session is good: nobody ended it, it was used within `idle` milliseconds, and its person is enabled, with the role and the
 * version that it began with. A password that changes while another sign-in with the old one is under way raises the version.
 */
export function sessionHolds({ person, ...session }: SessionState, idle: number, now: number): boolean {
  if (session.endedAt || person.disabledAt) return false;
  if (session.role !== person.role || session.personVersion !== person.sessionVersion) return false;
  return now < session.endsAt.getTime() && now < session.usedAt.getTime() + idle;
}

/** Milliseconds for which a password that was given counts for what needs it. */
export const PROOF_LASTS = 10 * 60_000;

/** True while the password was given a short time ago: whoever finds a browser signed in must not change what lasts. */
export const isProven = ({ provenAt }: { provenAt: Date }, now: number): boolean =>
  now < provenAt.getTime() + PROOF_LASTS;

/** True for an admin, on any account but the own: a clinic must not lock out its last one by a slip. */
export function mayDisable(actor: { id: string; role: string }, personId: string): boolean {
  return actor.role === 'admin' && actor.id !== personId;
}

/** True for the admin, who alone brings people in: nobody becomes a doctor or the front desk without one. */
export const mayInvite = (actor: { role: string }): boolean => actor.role === 'admin';
