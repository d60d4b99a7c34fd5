import { expect, test } from 'vitest';
import en from './en.json';
import es from './es.json';

/** Every text by its path, with the arguments that it takes. */
function texts(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  const entries = Object.entries(value as Record<string, unknown>);
  return new Map(entries.flatMap(([key, inner]) => [...texts(inner, path ? `${path}.${key}` : key)]));
}

const [english, spanish] = [texts(en), texts(es)];

// Words inside an argument's branches are no arguments: those stand right after a brace and before a comma or a brace.
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name))].sort();

test('both languages have the same texts', () => {
  expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  expect(english.size).toBeGreaterThan(100);
});

test('each says something and takes the same arguments in both', () => {
  const silent = [...english, ...spanish].filter(([, text]) => text.trim() === '').map(([key]) => key);
  expect(silent).toEqual([]);
  const taken = (all: Map<string, string>) => [...english.keys()].map((key) => [key, placeholders(all.get(key) ?? '')]);
  expect(taken(spanish)).toEqual(taken(english));
});

test('when to try again is said as the time after which, in Spanish "dentro de": "en" would be the time within which', () => {
  const later = [...english].filter(([, text]) => /again in (a |an |\{)/.test(text)).map(([path]) => path);
  expect(later).toContain('proof.tooMany');
  expect(later.filter((path) => !/ dentro de (un|unos|\{)/.test(spanish.get(path) ?? ''))).toEqual([]);
});
