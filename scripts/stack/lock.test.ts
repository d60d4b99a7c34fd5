import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryDirectory } from '@/tests/support/temporary';
import { takeLock } from './lock';
import { identify } from './processes';

function lockFile() {
  const { path, remove } = temporaryDirectory();
  onTestFinished(remove);
  return { path, file: join(path, 'lock') };
}

test('only one can have it, and it can be had again once released', () => {
  const { file, path } = lockFile();
  const first = takeLock(file);
  expect(first.taken).toBe(true);
  expect(takeLock(file)).toEqual({ taken: false, holder: identify(process.pid) });
  if (first.taken) first.release();
  expect(takeLock(file).taken).toBe(true);
  expect(readdirSync(path)).toEqual(['lock']);
});

test('it is taken over from a process that was killed', async () => {
  const { file, path } = lockFile();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  writeFileSync(file, JSON.stringify(identify(child.pid ?? 0)));
  expect(takeLock(file).taken).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(takeLock(file).taken).toBe(true);
  expect(readdirSync(path)).toEqual(['lock']);
});

test('a later process with the same number does not hold it', () => {
  const { file } = lockFile();
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long ago' }));
  expect(takeLock(file).taken).toBe(true);
});
