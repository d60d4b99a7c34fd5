import { execFile, execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartProblem } from './problem';

const run = promisify(execFile);

export interface OsUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as the system user postgres, who is made when missing. */
export async function osUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** Says which directory stands in the way when that user cannot get at the data or the program. */
export function reachable(directory: string, program: string, user: OsUser) {
  for (const path of [dirname(directory), program]) {
    try {
      execFileSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user, cwd: '/', stdio: 'ignore' });
    } catch {
      throw new StartProblem(
        `As root, PostgreSQL runs as the user "postgres", who cannot get to ${path}. Start as an ordinary user, or let others pass ` +
          'through the directories above it (chmod o+x), or set DATABASE_URL.',
      );
    }
  }
}
