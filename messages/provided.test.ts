import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The code of the call, which a Join button fetches ahead with `import()`: nothing of it is shown there. */
const AHEAD = /\/preload$/;

/** The file that a module imports; undefined for a package. */
function resolved(from: string, name: string): string | undefined {
  if (!name.startsWith('.') && !name.startsWith('@/')) return undefined;
  const base = name.startsWith('@/') ? name.slice(2) : join(dirname(from), name);
  return [base, `${base}.ts`, `${base}.tsx`].find(isFile);
}

interface Module {
  /** Whether it begins with 'use client': it runs in the browser, and so does all that it loads. */
  client: boolean;
  imports: string[];
  /** Namespaces that it asks for. */
  asked: string[];
}

const namespaces = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name.split('.')[0] ?? '');

const modules = new Map<string, Module>();
function read(file: string): Module {
  const known = modules.get(file);
  if (known) return known;
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(IMPORT)]
    .filter(([, , later = '']) => !AHEAD.test(later))
    .map(([, still, later]) => resolved(file, still ?? later ?? ''));
  const module = {
    client: /^'use client'/m.test(text),
    imports: names.filter((name) => name !== undefined).filter((name) => /\.tsx?$/.test(name)),
    asked: namespaces(text, /\buseTranslations\(\s*'([^']+)'/g),
  };
  modules.set(file, module);
  return module;
}

/** The namespaces that what a file loads asks for in the browser. */
function wordsOf(file: string, inBrowser = false, seen = new Set<string>()): string[] {
  const { client, imports, asked } = read(file);
  const here = inBrowser || client;
  const key = `${file} ${here}`;
  if (seen.has(key)) return [];
  seen.add(key);
  return [...(here ? asked : []), ...imports.flatMap((next) => wordsOf(next, here, seen))];
}

const given = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/<Words of=\{\[([^\]]*)\]\}/g)].flatMap(([, list = '']) =>
    namespaces(list, /'([^']+)'/g),
  );
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

const pages = globSync('app/**/{page,layout}.tsx');
// These stand under the root layout alone.
const errorPages = globSync('app/**/{error,not-found}.tsx');

test('each page gives the namespaces that its client components ask for, and no others', () => {
  const all = pages.map((page) => {
    const below = page === join('app', 'layout.tsx') ? errorPages.flatMap((file) => wordsOf(file)) : [];
    return { page, asked: sorted([...wordsOf(page), ...below]), given: sorted(given(page)) };
  });
  expect(all.map((page) => ({ ...page, given: page.asked }))).toEqual(all);
  expect(all.flatMap((page) => page.asked).length).toBeGreaterThan(0);
});

test('a client component names its namespace where it asks', () => {
  const vague = globSync('{app,components}/**/*.{ts,tsx}').filter((file) =>
    /\buseTranslations\(\s*[^'\s]/.test(readFileSync(file, 'utf8')),
  );
  expect(vague).toEqual([]);
});
