import { describe, expect, it } from 'vitest';
import { isLocale, isProven, isZone, mailLocale, mayDisable, mayInvite, sessionHolds, sessionKind } from './policy';

describe('languages', () => {
  it.each([
    ['en', true],
    ['es', true],
    ['fr', false],
    ['EN', false],
    ['', false],
    [null, false],
    [undefined, false],
  ])('%o is one: %s', (value, is) => expect(isLocale(value)).toBe(is));

  it('mail is in the chosen one, else in English', () => {
    expect(mailLocale('es')).toBe('es');
    expect(mailLocale('en')).toBe('en');
    expect(mailLocale(null)).toBe('en');
    expect(mailLocale('fr')).toBe('en');
  });
});

describe('a zone', () => {
  it.each([
    'UTC',
    'Europe/Madrid',
    'America/New_York',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'Etc/GMT-14',
    'America/Port-au-Prince',
  ])('%s is one', (zone) => expect(isZone(zone)).toBe(true));

  it.each([
    '',
    '+02:00',
    '-05:00',
    'europe/Madrid',
    'Europe/Atlantis',
    'Atlantis',
    'Europe/Madrid ',
    ' Europe/Madrid',
    '1Europe/Madrid',
    'Europe/Madrid/',
    'Europe/',
    'a/b/c/d',
    'Europe/Madrid\n',
  ])('%o is none', (zone) => expect(isZone(zone)).toBe(false));
});

describe('a session', () => {
  const NOW = Date.parse('2026-11-24T09:00:00Z');
  const HOUR = 3_600_000;
  const at = (hours: number) => new Date(NOW + hours * HOUR);
  const person = { role: 'DOCTOR', sessionVersion: 3, disabledAt: null };
  const session = { role: 'DOCTOR', personVersion: 3, usedAt: at(-1), endsAt: at(1), endedAt: null, person };
  const holds = (more: object) => sessionHolds({ ...session, ...more }, 4 * HOUR, NOW);

  it('holds while it is used, until its end', () => {
    expect(holds({})).toBe(true);
    expect(holds({ usedAt: new Date(NOW - 4 * HOUR + 1), endsAt: new Date(NOW + 1) })).toBe(true);
    expect(holds({ usedAt: at(-4) })).toBe(false);
    expect(holds({ endsAt: at(0) })).toBe(false);
  });
  it('holds no more once it was ended, or its person is another than when it began', () => {
    expect(holds({ endedAt: at(-1) })).toBe(false);
    expect(holds({ person: { ...person, disabledAt: at(-1) } })).toBe(false);
    expect(holds({ person: { ...person, role: 'ADMIN' } })).toBe(false);
    expect(holds({ person: { ...person, sessionVersion: 4 } })).toBe(false);
    expect(holds({ personVersion: 4 })).toBe(false);
  });
  it('is of a kind by the role', () => {
    expect((['patient', 'doctor', 'admin'] as const).map(sessionKind)).toEqual(['patient', 'staff', 'staff']);
  });
  it('has a proof that lasts for ten minutes', () => {
    expect(isProven({ provenAt: new Date(NOW - 600_000 + 1) }, NOW)).toBe(true);
    expect(isProven({ provenAt: new Date(NOW - 600_000) }, NOW)).toBe(false);
  });
});

describe('the front desk', () => {
  it('alone disables accounts, and never its own', () => {
    expect(mayDisable({ id: 'me', role: 'admin' }, 'other')).toBe(true);
    expect(mayDisable({ id: 'me', role: 'admin' }, 'me')).toBe(false);
    expect(mayDisable({ id: 'me', role: 'doctor' }, 'other')).toBe(false);
    expect(mayDisable({ id: 'me', role: 'patient' }, 'other')).toBe(false);
  });

  it('alone invites', () => {
    expect(['admin', 'doctor', 'patient'].filter((role) => mayInvite({ role }))).toEqual(['admin']);
  });
});
