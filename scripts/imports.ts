import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from '@swc/core';

type Node = Record<string, unknown>;

/** The modules that a file names in its imports, as they stand there; those of types alone are gone when it runs. */
function named(file: string, types: boolean): string[] {
  const found: string[] = [];
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === 'object') inspect(value as Node);
  };
  const inspect = (node: Node) => {
    const specifiers = (node.specifiers ?? []) as { isTypeOnly?: boolean }[];
    const typesOnly = node.typeOnly || (specifiers.length > 0 && specifiers.every(({ isTypeOnly }) => isTypeOnly));
    const from = node.source as { value: string } | null | undefined;
    const counts = from && (types || !typesOnly);
    if (counts && /^(Import|Export\w*)Declaration$/.test(String(node.type))) found.push(from.value);
    if (node.type === 'CallExpression' && (node.callee as Node).type === 'Import') {
      const [argument] = node.arguments as { expression: { value?: string } }[];
      if (argument?.expression.value) found.push(argument.expression.value);
    }
    Object.values(node).forEach(visit);
  };
  visit(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: file.endsWith('x') }).body);
  return found;
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The TypeScript files of a tree that one of its files imports; paths inside the tree. Packages are left out. */
export function importsOf(file: string, tree: string, types: boolean): string[] {
  return named(join(tree, file), types)
    .filter((name) => name.startsWith('@/') || name.startsWith('.'))
    .map((name) => (name.startsWith('@/') ? name.slice(2) : normalize(join(dirname(file), name))))
    .flatMap((path) => [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')])
    .filter((path) => /\.tsx?$/.test(path) && isFile(join(tree, path)));
}

/** The circles that imports make among the files of some folders, types too: "a → b → a". */
export function circlesIn(folders: string[], tree: string): string[] {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: tree, exclude: ['**/.next'] }));
  const [within, done, circles] = [new Set(files), new Set<string>(), [] as string[]];
  const follow = (file: string, way: string[]) => {
    const since = way.indexOf(file);
    if (since >= 0) circles.push([...way.slice(since), file].join(' → '));
    if (since >= 0 || done.has(file)) return;
    for (const next of importsOf(file, tree, true)) if (within.has(next)) follow(next, [...way, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  return circles;
}
