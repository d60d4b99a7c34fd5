import { expect, it } from 'vitest';
import { languageChoices } from './language-choices';

it('knows the languages of the world by their names in the reader’s own, each once', () => {
  const choices = languageChoices('es');
  expect(choices).toContainEqual(['de', 'alemán']);
  expect(choices).toContainEqual(['he', 'hebreo']);
  expect(choices.length).toBeGreaterThan(150);
  expect(new Set(choices.map(([, name]) => name)).size).toBe(choices.length);
});
