import { describe, expect, it } from 'vitest';
import { isSecretPath, pathForLog, safePath } from './paths';

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
  ])('%o leads home', (value) => expect(safePath(value)).toBe('/'));
  it('drops what a browser would read as another host', () => expect(safePath('/\t/evil.example')).toBe('/'));
});

it.each([
  ['/welcome/AbC-_123?x=1', true, '/welcome/…'],
  ['/reset/AbC/more', true, '/reset/…/more'],
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
