import { once } from 'node:events';
import { unwatchFile, watchFile } from 'node:fs';
import { connect } from 'node:net';
import { buildMark } from './build';
import type { Environment } from './environment';
import { inRoot } from './paths';
import { type Service, type Surroundings, startService, until } from './service';

/** Every start says these. */
const USUAL = /^listening on port|Running next\.config|\bINFO: |^\s*$/;

/** Log lines that are JSON (pino) are shown from a warning on; other lines as they are. */
function worthShowing(line: string): string | undefined {
  if (!line.startsWith('{')) return USUAL.test(line) ? undefined : line;
  try {
    const { level, msg, err } = JSON.parse(line);
    const grave = typeof level === 'number' ? level >= 40 : ['warn', 'error', 'fatal'].includes(level);
    return grave ? [msg, err?.message].filter(Boolean).join(': ') : undefined;
  } catch {
    return line;
  }
}

/** Values of HOST with which the app listens on this machine's own address, too. */
const ANYWHERE = ['', '0.0.0.0', '::'];

export async function startApp(env: Environment, options: { dev: boolean; dist: string }, around: Surroundings) {
  const port = Number(env.PORT);
  const host = ANYWHERE.includes(env.HOST || '') ? '127.0.0.1' : (env.HOST as string);
  const service = await startService(
    {
      name: 'app',
      command: process.execPath,
      args: [inRoot('scripts/serve.ts'), ...(options.dev ? ['--dev'] : [])],
      env: {
        ...env,
        ANTEROOM_DIST: options.dist,
        NODE_ENV: options.dev ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      ready: (signal) => until(signal, () => accepts(host, port)),
      answers: async (signal) => {
        const { ok } = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/api/health/live`, {
          signal,
        });
        if (!ok) throw new Error('not well');
      },
      show: worthShowing,
    },
    around,
  );
  return options.dev ? service : freshAfterBuilds(service, options.dist, around);
}

/** Another instance may build into the folder that this one serves from: then its files are new, and the app has to be. */
function freshAfterBuilds(service: Service, dist: string, { tell }: Surroundings): Service {
  const mark = buildMark(dist);
  watchFile(mark, { interval: 2_000, persistent: false }, (now, before) => {
    if (now.mtimeMs === before.mtimeMs || now.mtimeMs === 0) return;
    tell('Another start has built the app anew; starting it again');
    void service.restart();
  });
  return {
    get pid() {
      return service.pid;
    },
    restart: () => service.restart(),
    stop: () => {
      unwatchFile(mark);
      return service.stop();
    },
  };
}

async function accepts(host: string, port: number) {
  const socket = connect({ host, port, signal: AbortSignal.timeout(1_000) });
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}

export const startWorker = (env: Environment, dev: boolean, around: Surroundings) =>
  startService(
    {
      name: 'worker',
      command: process.execPath,
      args: ['--import', 'tsx', inRoot('worker/index.ts')],
      env: { ...env, NODE_ENV: dev ? 'development' : 'production' },
      show: worthShowing,
    },
    around,
  );
