import { execFile, execFileSync } from 'node:child_process';
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

/** A way to start a program as that user: the words before its command, and the ids that the process is given. */
export interface RunAs {
  prefix: string[];
  ids: Partial<OsUser>;
}

const allows = (prefix: string[], ids: Partial<OsUser>, path: string) => {
  try {
    const [command = '', ...args] = [...prefix, '/bin/sh', '-c', 'cd "$(dirname "$1")" && test -r "$1"', 'sh', path];
    execFileSync(command, args, { ...ids, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Where a directory above the data or the program keeps others out (/root does), the user postgres gets the capability to pass
 * through directories, and no other.
 */
export function runAs(user: OsUser | undefined, ...paths: string[]): RunAs {
  if (!user) return { prefix: [], ids: {} };
  if (paths.every((path) => allows([], user, path))) return { prefix: [], ids: user };
  const caps = ['--inh-caps=-all,+dac_read_search', '--ambient-caps=-all,+dac_read_search'];
  const prefix = ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...caps, '--'];
  const shut = paths.find((path) => !allows(prefix, {}, path));
  if (!shut) return { prefix, ids: {} };
  throw new StartProblem(
    `As root, PostgreSQL runs as the user "postgres", who cannot get to ${shut}. Start as an ordinary user, or let others pass ` +
      'through the directories above it (chmod o+x), or set DATABASE_URL.',
  );
}
