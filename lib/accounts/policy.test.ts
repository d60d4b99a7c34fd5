import { describe, expect, it } from 'vitest';
import { isLocale, isZone, mailLocale, mayDisable, mayInvite, sessionHolds } from './policy';

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
  it.each([
    [null, 3, true],
    [null, 2, false],
    [null, 4, false],
    [new Date('2026-11-24T09:00:00Z'), 3, false],
  ])('of someone disabled at %o that began at version %i holds: %s', (disabledAt, version, holds) =>
    expect(sessionHolds({ disabledAt, sessionVersion: 3 }, version)).toBe(holds),
  );
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
