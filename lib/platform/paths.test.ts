import { describe, expect, it } from 'vitest';
import { safePath } from './paths';

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
