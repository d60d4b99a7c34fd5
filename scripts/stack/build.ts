import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { withLock } from './lock';
import { ServiceLog } from './logs';
import { inRoot } from './paths';
import { StartProblem } from './problem';
import { signalGroup } from './processes';
import type { Surroundings } from './service';

/** Everything that a build is made of. What is not here does not make `npm start` build again. */
const SOURCES = [
  ...['app', 'components', 'lib', 'messages', 'public', 'prisma/schema.prisma', 'proxy.ts', 'instrumentation.ts'],
  ...['instrumentation-client.ts', 'next.config.mjs', 'postcss.config.mjs', 'package-lock.json'],
];

function* files(path: string): Generator<string> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  // Next itself adds the folder of every build to `include`.
  const { compilerOptions } = JSON.parse(readFileSync(inRoot('tsconfig.json'), 'utf8'));
  hash.update(JSON.stringify(compilerOptions));
  for (const source of SOURCES) {
    for (const file of files(inRoot(source))) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash
        .update(`${relative(inRoot(), file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

export const buildMark = (dist: string) => join(inRoot(dist), 'anteroom-build');

const markOf = (dist: string) => (existsSync(buildMark(dist)) ? readFileSync(buildMark(dist), 'utf8') : undefined);

/** Builds for production unless the folder holds a build of just these sources. Two instances that start at once build once. */
export async function build(dist: string, env: NodeJS.ProcessEnv, around: Surroundings): Promise<void> {
  if (markOf(dist) === sourcesHash()) return;
  const locks = inRoot('node_modules', '.cache', 'anteroom');
  mkdirSync(locks, { recursive: true });
  const waiting = () => around.tell('Another start is building; waiting for it …');
  await withLock(join(locks, `build-${dist.replace(/\W/g, '')}.lock`), waiting, async () => {
    const hash = sourcesHash();
    if (markOf(dist) === hash) return;
    around.tell('Building (only when something changed; about a minute) …');
    rmSync(buildMark(dist), { force: true });
    await runOnce(dist, env, around);
    writeFileSync(buildMark(dist), hash);
  });
}

async function runOnce(dist: string, env: NodeJS.ProcessEnv, around: Surroundings) {
  const log = new ServiceLog(around.data, 'build');
  const child = spawn(process.execPath, [inRoot('node_modules/next/dist/bin/next'), 'build'], {
    cwd: inRoot(),
    env: { ...env, ANTEROOM_DIST: dist, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  around.onPid('build', child.pid);
  const abort = () => child.pid && signalGroup(child.pid, 'SIGTERM');
  around.signal?.addEventListener('abort', abort);
  const said: string[] = [];
  log.follow(child.stdout, (line) => said.push(line));
  log.follow(child.stderr, (line) => said.push(line));
  const [code] = await once(child, 'close');
  around.signal?.removeEventListener('abort', abort);
  around.onPid('build', undefined);
  log.close();
  around.signal?.throwIfAborted();
  if (code !== 0) throw new StartProblem(`The build failed:\n${said.join('\n')}`);
}
