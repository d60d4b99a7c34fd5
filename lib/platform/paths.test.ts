import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSecretPath, pathForLog, safePath, wayBack } from './paths';

describe('a way back', () => {
  it.each(['/', '/schedule', '/appointments/1/call?from=%2F', '/?week=2026-11-23'])('%s stays', (path) =>
    expect(safePath(path)).toBe(path),
  );
  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/a', '/b'],
    '/.//evil.example/',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    '/.\t//evil.example',
  ])('%o leads home', (value) => expect(safePath(value)).toBe('/'));
  it('leads nowhere else, whatever comes', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\n',
      ' ',
      'http:',
      'evil.example',
      'é',
    );
    const address = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.webUrl(),
      fc.string(),
    );
    fc.assert(
      fc.property(address, fc.constantFrom('https://clinic.example', 'http://localhost:3000'), (given, site) => {
        const path = safePath(given);
        expect(path).toMatch(/^\/(?![/\\])/);
        const read = new URL(path, `${site}/sign-in?from=x`);
        expect(read.origin).toBe(site);
        expect(read.pathname + read.search).toBe(path);
      }),
      { numRuns: 2_000, examples: [['/.//evil.example', 'https://clinic.example']] },
    );
  });
  it('drops what a browser would read as another host', () => expect(safePath('/\t/evil.example')).toBe('/'));
});

it.each([
  ['/welcome/AbC-_123?x=1', true, '/welcome/…'],
  ['/reset/AbC/more', true, '/reset/…/more'],
  ['/known/AbC-_123?wait=1', true, '/known/…'],
  ['/welcome', false, '/welcome'],
  ['/book?from=2031-01-01', false, '/book'],
  ['/appointments/1/reset/2', false, '/appointments/1/reset/2'],
  ['/api/calendar/AbC.ics', true, '/api/calendar/…'],
  ['/api/calendar/AbC.ics?x', true, '/api/calendar/…'],
  ['/account?from=/api/calendar/AbC.ics', false, '/account'],
])('%s is a secret: %s; in a log: %s', (path, secret, logged) => {
  expect(isSecretPath(path)).toBe(secret);
  expect(pathForLog(path)).toBe(logged);
});

describe('the way back after signing in', () => {
  it.each([
    ['/', '/'],
    ['/?week=2027-03-01', '/?week=2027-03-01'],
    ['/book-for?q=Maria&patient=1&week=2027-03-01', '/book-for?week=2027-03-01'],
    ['/account?saved=mail-off', '/account'],
    ['/hours?new=1', '/hours'],
    ['/hand-over?from=a&visit=b&visit=c', '/hand-over?from=a&visit=b&visit=c'],
    [`/schedule?after=${'9'.repeat(600)}`, '/schedule'],
    ['//elsewhere.example/', '/'],
    [null, '/'],
  ])('%s: %s', (address, way) => expect(wayBack(address)).toBe(way));
});
