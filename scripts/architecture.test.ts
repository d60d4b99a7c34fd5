import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '@/tests/support/temporary';
import { cruise } from './architecture';
import { circlesIn } from './imports';

function tree(files: Record<string, string>) {
  const { path, remove } = temporaryDirectory();
  onTestFinished(remove);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

const adapter = { 'lib/adapters/database.ts': 'export const prisma = 1;' };

test('a policy that reads the database and a cycle are found', async () => {
  const cwd = tree({
    ...adapter,
    'lib/calls/policy.ts': `import { prisma } from '../adapters/database'; import { b } from './b'; export const a = [prisma, b];`,
    'lib/calls/b.ts': `import { a } from './policy'; export const b = a;`,
  });
  const found = await cruise(['lib'], 'modules', cwd);
  expect(found).toContain('policy-is-pure: lib/calls/policy.ts → lib/adapters/database.ts');
  expect(found.join('\n')).toContain('no-cycles');
});

test('a named piece that reads, and a query that writes, are found', async () => {
  const cwd = tree({
    ...adapter,
    'lib/calls/piece.ts': `import { prisma } from '../adapters/database'; export const piece = prisma;`,
    'lib/calls/commands/end.ts': `export const end = 1;`,
    'lib/calls/queries/door.ts': `import { end } from '../commands/end'; export const door = end;`,
  });
  const found = await cruise(['lib'], 'modules', cwd);
  expect(found).toContain('named-pieces-are-pure: lib/calls/piece.ts → lib/adapters/database.ts');
  expect(found).toContain('queries-do-not-write: lib/calls/queries/door.ts → lib/calls/commands/end.ts');
});

test('a client component that reaches the database through another module is found, and a server action is not', async () => {
  const cwd = tree({
    ...adapter,
    'app/actions.ts': `'use server';\nimport { prisma } from '../lib/adapters/database'; export const act = () => prisma;`,
    'components/between.ts': `export { prisma } from '../lib/adapters/database';`,
    'components/bad.tsx': `'use client';\nimport { prisma } from './between'; export const Bad = () => prisma;`,
    'components/good.tsx': `'use client';\nimport { act } from '../app/actions'; export const Good = () => act();`,
  });
  expect(await cruise(['app', 'components', 'lib'], 'client', cwd)).toEqual([
    'nothing-server-side-in-the-browser: components/bad.tsx → lib/adapters/database.ts',
  ]);
});

test('a run that reads no module fails', async () => {
  const cwd = tree({ 'lib/readme.md': '' });
  await expect(cruise(['lib'], 'modules', cwd)).rejects.toThrow('read no module');
});

test('a cycle that only types make is found, in the product and in the scripts', async () => {
  const pair = (folder: string) => ({
    [`${folder}/a.ts`]: `import type { B } from './b'; export type A = B | 1;`,
    [`${folder}/b.ts`]: `import { type A } from './a'; export type B = A | 2;`,
  });
  const cwd = tree({ ...pair('lib/calls'), ...pair('scripts'), 'scripts/apart.ts': `import type { A } from './a';` });
  expect((await cruise(['lib'], 'modules', cwd)).join()).toMatch(/^no-cycles: lib\/calls\/[ab]\.ts/);
  expect(circlesIn(['scripts'], cwd)).toEqual(['scripts/a.ts → scripts/b.ts → scripts/a.ts']);
});
