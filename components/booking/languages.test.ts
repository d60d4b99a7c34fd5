import { expect, it } from 'vitest';
import { languageNames } from './languages';

it('names languages in the language of the reader', () => {
  expect(languageNames(['en', 'de'], 'en')).toBe('English, German');
  expect(languageNames(['en', 'de'], 'es')).toBe('inglés y alemán');
});

it('leaves what is no language tag as it is', () => {
  expect(languageNames(['Sign language!'], 'en')).toBe('Sign language!');
});
