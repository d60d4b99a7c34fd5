import { describe, expect, it } from 'vitest';
import { isBackground, isForeign } from './origin';

const own = 'https://visits.clinic.example';
const foreign = (headers: Record<string, string>) => isForeign(new Headers(headers), own);

describe('a change asked for by another site', () => {
  it.each([
    [{ origin: own }, false],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }, false],
    [{}, false],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, false],
    [{ origin: 'https://evil.example' }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
  ])('%o: %s', (headers, expected) => expect(foreign(headers as Record<string, string>)).toBe(expected));
});

it.each([
  [{ 'sec-fetch-dest': 'empty' }, true],
  [{ 'sec-fetch-dest': 'empty', origin: own }, false],
  [{ 'sec-fetch-dest': 'document' }, false],
  [{}, false],
])('a request with %o may be made with nobody before the page: %s', (headers, expected) =>
  expect(isBackground(new Headers(headers as Record<string, string>))).toBe(expected),
);
