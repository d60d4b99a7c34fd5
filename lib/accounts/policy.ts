import type { Role } from '@/lib/platform/actor';

export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

/** The language to write to someone in; whoever leaves it to the browser gets English, as there is no browser to ask. */
export const mailLocale = (chosen: string | null): Locale => (isLocale(chosen) ? chosen : 'en');

/** A session holds while the account is enabled and nothing raised its version since it began. */
export function sessionHolds(person: { disabledAt: Date | null; sessionVersion: number }, version: number): boolean {
  return person.disabledAt === null && person.sessionVersion === version;
}

/** Only an admin, and never on the own account: a clinic must not lock out its last one by a slip. */
export function mayDisable(actor: { id: string; role: Role }, personId: string): boolean {
  return actor.role === 'admin' && actor.id !== personId;
}
