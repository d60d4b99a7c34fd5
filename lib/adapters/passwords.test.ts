import { hash } from '@node-rs/argon2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedPassword } from '@/lib/platform/passwords';
import { hashPassword, passwordMatches } from './passwords';

const COMPOSED = 'caf\u00e9 con leche';
const DECOMPOSED = 'cafe\u0301 con leche';

describe('a password', () => {
  it.each([
    [COMPOSED, DECOMPOSED],
    [DECOMPOSED, COMPOSED],
    ['ｐａｓｓ　ｗｏｒｄ', 'pass word'],
  ])('that was chosen as %j is right as %j', async (chosen, typed) => {
    expect(chosen).not.toBe(typed);
    expect(await passwordMatches(typed, await hashPassword(chosen))).toBe(true);
    expect(await passwordMatches(`${typed}.`, await hashPassword(chosen))).toBe(false);
  });

  it('whose hash is of what was typed, as in 0.1.0, is still right, typed the same', async () => {
    const before = await hash(DECOMPOSED, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    expect(await passwordMatches(DECOMPOSED, before)).toBe(true);
    expect(await passwordMatches(`${DECOMPOSED}.`, before)).toBe(false);
  });

  it('keeps what nobody sees in it, though that makes it no harder to guess', async () => {
    const known = await hashPassword('pass\u200bword');
    expect([await passwordMatches('password', known), await passwordMatches('pass\u200bword', known)]).toEqual([
      false,
      true,
    ]);
  });

  it('of spaces keeps each of them', async () => {
    const known = await hashPassword(' a ');
    expect([await passwordMatches('a', known), await passwordMatches(' a ', known)]).toEqual([false, true]);
  });

  it.each([COMPOSED, DECOMPOSED])('that is wrong takes as long without an account as with one: %j', async (typed) => {
    const known = await hashPassword('another one');
    const time = async (stored: string | null) => {
      // Of this process, in microseconds: how busy the machine is does not count.
      const start = process.cpuUsage();
      expect(await passwordMatches(typed, stored)).toBe(false);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    await time(null);
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let i = 0; i < 9; i++) {
      times.known.push(await time(known));
      times.unknown.push(await time(null));
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[4] ?? 0;
    const ratio = median(times.known) / median(times.unknown);
    // With one comparison less on one side it is 2.
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });
});

it('normalising twice is normalising once, in whatever form it was typed', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const once = normalisedPassword(typed);
      expect(normalisedPassword(once)).toBe(once);
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(normalisedPassword(typed.normalize(form))).toBe(once);
    }),
  ));
