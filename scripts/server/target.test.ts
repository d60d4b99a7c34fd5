import { expect, test } from 'vitest';
import { isMethod, isReadable } from './target';

test.each(['/', '/a?b=%ff', '/appointments/%C3%BC', '/?q=100%2500', '/_next/x.js?dpl=1'])('%s can be read', (target) =>
  expect(isReadable(target)).toBe(true),
);

test.each(['*', '', undefined, 'http://elsewhere.example/', '/appointments/%ff%fe', '/a%', '/a%00', '/?q=%00'])(
  '%s cannot',
  (target) => expect(isReadable(target)).toBe(false),
);

test('methods that no handler has are known', () => {
  expect(['GET', 'POST', 'OPTIONS'].every(isMethod)).toBe(true);
  expect(['TRACE', 'CONNECT', 'get', undefined].some(isMethod)).toBe(false);
});
