import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive, type ProcessId } from './processes';

export type Lock = { taken: true; release(): void } | { taken: false; holder: ProcessId };

const read = (file: string): ProcessId | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/** A lock that dies with its holder: a file that names it. One left behind by a killed process is taken over. */
export function takeLock(file: string): Lock {
  const me = identify(process.pid);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(me));
  try {
    for (;;) {
      try {
        linkSync(draft, file);
        return { taken: true, release: () => rmSync(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = read(file);
      if (holder && isAlive(holder)) return { taken: false, holder };
      removeStale(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Between reading and removing, another process may have taken the lock over: what was moved away is put back then. */
function removeStale(file: string, expected: ProcessId | undefined) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (read(aside)?.pid !== expected?.pid) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Waits for the lock as long as its holder lives. */
export async function withLock<T>(
  file: string,
  onWait: (holder: ProcessId) => void,
  use: () => Promise<T>,
): Promise<T> {
  let lock = takeLock(file);
  if (!lock.taken) onWait(lock.holder);
  while (!lock.taken) {
    await sleep(200);
    lock = takeLock(file);
  }
  try {
    return await use();
  } finally {
    lock.release();
  }
}
