import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { execa } from 'execa';
import { inRoot } from './stack/paths';

const mark = inRoot('prisma/generated/anteroom-hash');

/** Generates the Prisma client when the schema or Prisma's version is another than at the last time. */
export async function generate(): Promise<boolean> {
  const { version } = createRequire(import.meta.url)('prisma/package.json') as { version: string };
  const hash = createHash('sha256')
    .update(version)
    .update(readFileSync(inRoot('prisma/schema.prisma')))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return false;
  await execa(process.execPath, [inRoot('node_modules/prisma/build/index.js'), 'generate'], {
    cwd: inRoot(),
    // Generating does not use the schema engine, but wants its file to be there, and would download it.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
    stdin: 'ignore',
  });
  writeFileSync(mark, hash);
  return true;
}

if (import.meta.main) console.log((await generate()) ? 'Prisma client generated.' : 'The Prisma client is up to date.');
