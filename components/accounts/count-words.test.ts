import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '@/lib/platform/problem-status';
import { RATE_LIMITS } from '@/lib/platform/rate-limits';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import { countWords } from './count-words';

const kinds = [
  'signed_in',
  'sign_in_refused:wrong_credentials',
  'sign_in_refused:disabled',
  ...PROBLEM_CODES.map((code) => `refused:${code}`),
  ...Object.keys(RATE_LIMITS).map((limit) => `limited:${limit}`),
];

describe.each([
  ['en', en],
  ['es', es],
] as const)('what was counted, in %s', (locale, messages) => {
  const t = createTranslator({ locale, messages, namespace: 'security' });

  it('has words of its own for each kind, and no code in them', () => {
    const said = kinds.map((kind) => countWords(kind, t));
    expect(new Set(said).size).toBe(kinds.length);
    for (const words of said) expect(words).not.toMatch(/_|security\.|^Something else|^Otra cosa/);
  });

  it('is said as it is where only another release knows it', () => {
    expect(countWords('refused:of_tomorrow', t)).toContain('refused:of_tomorrow');
  });
});

it('has no words for what nobody counts', () => {
  expect(Object.keys(en.security.limited).toSorted()).toEqual(Object.keys(RATE_LIMITS).toSorted());
  expect(Object.keys(en.security.refused).toSorted()).toEqual(PROBLEM_CODES.toSorted());
});
