import { expect, it } from 'vitest';
import { isNotModified } from './not-modified';

const changedAt = new Date('2026-11-20T08:00:00.900Z');

it.each([
  [{}, false],
  [{ 'if-none-match': 'W/"a"' }, true],
  [{ 'if-none-match': '"a"' }, true],
  [{ 'if-none-match': '"x", W/"a"' }, true],
  [{ 'if-none-match': '*' }, true],
  [{ 'if-none-match': '"b"' }, false],
  [{ 'if-modified-since': 'Fri, 20 Nov 2026 08:00:00 GMT' }, true],
  [{ 'if-modified-since': 'Fri, 20 Nov 2026 07:59:59 GMT' }, false],
  [{ 'if-modified-since': 'yesterday' }, false],
  // The tag is the better witness.
  [{ 'if-none-match': '"b"', 'if-modified-since': 'Fri, 20 Nov 2026 08:00:00 GMT' }, false],
])('%o: %s', (headers, expected) => expect(isNotModified(new Headers(headers), 'W/"a"', changedAt)).toBe(expected));

it('what never changed is always sent', () =>
  expect(isNotModified(new Headers({ 'if-modified-since': changedAt.toUTCString() }), 'W/"a"', null)).toBe(false));
