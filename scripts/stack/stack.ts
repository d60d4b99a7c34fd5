import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { migrate } from '@/prisma/migrate';
import { startApp, startWorker } from './app';
import { build } from './build';
import type { Demo } from './demo';
import { check, dataDirectory, type Environment, givenEnvironment, settle, withoutEmpty } from './environment';
import { startLivekit } from './livekit';
import { takeLock } from './lock';
import { startMail } from './mail';
import { inRoot } from './paths';
import { isPortFree, rememberedPorts, rememberPorts } from './ports';
import { startPostgres } from './postgres';
import { StartProblem } from './problem';
import { endLeftovers, RunFile } from './run-file';
import { keptSecrets } from './secrets';
import type { Service, Surroundings } from './service';

export interface StackOptions {
  /** The directory in which everything is kept; a second stack on the same one is refused. Default: ANTEROOM_DATA, else .data */
  data?: string;
  port?: number;
  /** The build folder. Default: .next, or .next-dev with hot reload */
  dist?: string;
  dev?: boolean;
  /** Demo people and appointments (embedded database only). Default: true */
  demo?: boolean;
  worker?: boolean;
  /** Default: the shell's and .env's */
  env?: Environment;
  livekitRestartDelayMs?: number;
  /** Told what happens, in a person's words. */
  tell?: (line: string) => void;
  /** Stops a start that is under way. */
  signal?: AbortSignal;
}

export interface Stack {
  baseUrl: string;
  data: string;
  /** The environment that app and worker were given. */
  env: Environment;
  /** Live: the process of each service, by name (postgres, livekit, mail, worker, app). */
  readonly pids: Record<string, number>;
  demo: Demo | null;
  /** The page on which mail that goes no further is read; null with a server of somebody's own. */
  inboxUrl: string | null;
  /** Stops app, worker, mail, livekit-server and PostgreSQL, in that order. */
  stop(): Promise<void>;
}

/** Starts those of PostgreSQL, livekit-server, mail, worker and app is not somebody else's to run. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { dev = false, tell = () => {}, signal } = options;
  const given = withoutEmpty({ ...(options.env ?? givenEnvironment()) });
  if (options.port) given.PORT = String(options.port);
  const data = options.data ? resolve(inRoot(), options.data) : dataDirectory(given);
  const dist = options.dist ?? (dev ? '.next-dev' : (given.ANTEROOM_DIST ?? '.next'));
  check(settle(given, data, () => ({ ...CHECKED_ONLY })));

  mkdirSync(data, { recursive: true });
  await using cleanup = new AsyncDisposableStack();
  const lock = takeLock(resolve(data, 'lock'));
  if (!lock.taken) {
    throw new StartProblem(
      `Anteroom already runs on ${data} (process ${lock.holder.pid}). Stop it first, or set ANTEROOM_DATA and PORT for a second one.`,
    );
  }
  cleanup.defer(lock.release);
  const left = await endLeftovers(data);
  if (left.length > 0) tell(`An earlier start was killed; ended what it left: ${left.join(', ')}`);
  const env = settle(given, data, () => keptSecrets(data));
  if (!(await isPortFree(Number(env.PORT)))) {
    throw new StartProblem(
      `PORT ${env.PORT} is in use by another program. Stop that one, or set PORT to another number.`,
    );
  }

  const baseUrl = new URL(env.NEXTAUTH_URL ?? '').origin;
  const run = new RunFile(data, baseUrl);
  cleanup.defer(() => run.remove());
  const around: Surroundings = { data, tell, signal, onPid: (service, pid) => run.set(service, pid) };
  const ports = rememberedPorts(data);
  const services: Record<string, Service> = {};
  cleanup.defer(async () => {
    for (const name of ['app', 'worker', 'mail', 'livekit', 'postgres']) await services[name]?.stop();
  });

  async function database(): Promise<Demo | null> {
    if (given.DATABASE_URL) {
      await applyMigrations(given.DATABASE_URL);
      return null;
    }
    const postgres = await startPostgres(around, {
      password: keptSecrets(data).postgresPassword,
      port: ports.postgres,
    });
    services.postgres = postgres.service;
    rememberPorts(data, { postgres: postgres.port });
    env.DATABASE_URL = postgres.url();
    await applyMigrations(env.DATABASE_URL);
    if (options.demo === false) return null;
    // Loaded here: the seed brings all of Prisma, which a start on a database of one's own does not need.
    const { demo } = await import('./demo');
    return demo(data, baseUrl, env.DATABASE_URL, env.NEXTAUTH_SECRET ?? '');
  }

  async function applyMigrations(url: string) {
    const applied = await migrate(url);
    if (applied.length > 0) tell(`Migrations applied: ${applied.join(', ')}`);
  }

  async function media() {
    if (env.LIVEKIT_URL) return;
    const livekit = await startLivekit(around, {
      key: env.LIVEKIT_API_KEY ?? '',
      secret: env.LIVEKIT_API_SECRET ?? '',
      webhookUrl: `http://127.0.0.1:${env.PORT}/api/livekit/webhook`,
      ports: ports.livekit,
      restartDelayMs: options.livekitRestartDelayMs,
    });
    services.livekit = livekit.service;
    rememberPorts(data, { livekit: livekit.ports });
    env.LIVEKIT_URL = livekit.url;
  }

  async function mail() {
    if (env.SMTP_URL) return null;
    const server = await startMail(around, ports.mail);
    services.mail = server.service;
    rememberPorts(data, { mail: server.ports });
    env.SMTP_URL = server.url;
    return server.inboxUrl;
  }

  // Each is waited for even when another fails, so that what it started is known and can be stopped.
  const [demo, inboxUrl] = await settled([
    database(),
    mail(),
    media(),
    dev ? undefined : build(dist, env as NodeJS.ProcessEnv, around),
  ]);
  signal?.throwIfAborted();
  if (options.worker !== false) {
    services.worker = await startWorker(env, dev, around);
  }
  services.app = await startApp(env, { dev, dist }, around);

  const running = cleanup.move();
  return {
    baseUrl,
    data,
    env,
    demo: demo ?? null,
    inboxUrl: inboxUrl ?? null,
    get pids() {
      return run.pids;
    },
    stop: () => running.disposeAsync(),
  };
}

const CHECKED_ONLY = {
  postgresPassword: '-',
  livekitKey: '-',
  livekitSecret: '-'.repeat(32),
  sessionSecret: '-'.repeat(32),
};

async function settled<T extends readonly unknown[]>(parts: T) {
  const results = await Promise.allSettled(parts);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<unknown>).value) as {
    [K in keyof T]: Awaited<T[K]>;
  };
}
