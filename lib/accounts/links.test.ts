import { describe, expect, it } from 'vitest';
import { linkIdOf, linkToken } from './links';

const ID = '01930000-0000-7000-8000-0000000000a1';
const SECRET = 's'.repeat(32);

describe('the token of an account link', () => {
  it('leads back to its id, and needs no escaping in an address', () => {
    const token = linkToken(ID, SECRET);
    expect(token).toMatch(/^[\w-]{64}$/);
    expect(linkIdOf(token, SECRET)).toBe(ID);
  });

  it('counts for nothing when any of it was changed, or with another secret', () => {
    const token = linkToken(ID, SECRET);
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(linkIdOf(token.slice(0, at) + other + token.slice(at + 1), SECRET), String(at)).toBeNull();
    }
    expect(linkIdOf(token, 't'.repeat(32))).toBeNull();
  });

  it.each([
    '',
    'x',
    '=',
    `${linkToken(ID, SECRET)}A`,
    ` ${linkToken(ID, SECRET)}`,
    ID,
    linkToken(ID, SECRET).slice(0, -1),
  ])('is not %j', (token) => expect(linkIdOf(token, SECRET)).toBeNull());
});
