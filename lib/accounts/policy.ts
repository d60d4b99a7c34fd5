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

/** A session holds while the account is enabled and nothing raised its version since it began. */
export function sessionHolds(person: { disabledAt: Date | null; sessionVersion: number }, version: number): boolean {
  return person.disabledAt === null && person.sessionVersion === version;
}

/** True for an admin, on any account but the own: a clinic must not lock out its last one by a slip. */
export function mayDisable(actor: { id: string; role: string }, personId: string): boolean {
  return actor.role === 'admin' && actor.id !== personId;
}

/** True for the admin, who alone brings people in: nobody becomes a doctor or the front desk without one. */
export const mayInvite = (actor: { role: string }): boolean => actor.role === 'admin';
