import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceLog } from './logs';
import { signalGroup } from './processes';

export interface ServiceSpec {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  /** Resolves when the service answers. */
  ready?: (signal: AbortSignal) => Promise<void>;
  /** Resolves when the service is well; asked again and again while it runs. One that is silent for too long is started again. */
  answers?: (signal: AbortSignal) => Promise<void>;
  /** Milliseconds between two such questions, and for how long none may be answered. */
  health?: { everyMs: number; silenceMs: number };
  /** Puts right what an earlier life of the service may have left. */
  prepare?: () => void | Promise<void>;
  stopSignal?: NodeJS.Signals;
  /** Milliseconds that it may take to stop before it is killed. */
  patienceMs?: number;
  /** Before it is started again after it died; doubles while it keeps dying, up to 30 s. */
  restartDelayMs?: number;
  /** The part of a line of its output that is worth showing to the person at the terminal. */
  show?: (line: string) => string | undefined;
}

export interface Surroundings {
  data: string;
  tell: (line: string) => void;
  onPid: (service: string, pid: number | undefined) => void;
  signal?: AbortSignal;
}

export interface Service {
  readonly pid: number | undefined;
  /** Ends the process and lets it come back at once, with nothing said of a failure. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const STEADY_MS = 60_000;
const LONGEST_DELAY_MS = 30_000;
const HEALTH = { everyMs: 10_000, silenceMs: 30_000 };

/** Starts a service in a process group of its own and keeps it running until it is stopped. Resolves when it answers. */
export async function startService(spec: ServiceSpec, { data, tell, onPid, signal }: Surroundings): Promise<Service> {
  const { name, restartDelayMs = 1_000, patienceMs = 8_000 } = spec;
  const log = new ServiceLog(data, name);
  const over = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  let child: ChildProcess | undefined;
  let restarting = false;

  async function launch() {
    await spec.prepare?.();
    // Detached: Ctrl-C in a terminal reaches the supervisor alone, which then stops everything in order.
    child = spawn(spec.command, spec.args, {
      env: spec.env,
      uid: spec.uid,
      gid: spec.gid,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = new Promise<string>((done) => {
      child?.once('error', (error) => done(error.message));
      child?.once('exit', (code, by) => done(by ? `signal ${by}` : `code ${code}`));
    });
    onPid(name, child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      log.follow(stream, (line) => {
        const words = spec.show?.(line);
        if (words) tell(`[${name}] ${words}`);
      });
    }
    return { exited };
  }

  async function untilReady(exited: Promise<string>) {
    const waiting = new AbortController();
    const until = AbortSignal.any([waiting.signal, stopped]);
    try {
      const died = exited.then((how) => {
        throw new Error(`${name} ended with ${how} before it was ready\n${log.tail}`);
      });
      await Promise.race([died, spec.ready?.(until) ?? Promise.resolve()]);
      stopped.throwIfAborted();
    } finally {
      waiting.abort();
    }
  }

  /** Kills a life that has gone silent: `keep` begins the next one. */
  async function watch(exited: Promise<string>) {
    const { answers, health: { everyMs, silenceMs } = HEALTH } = spec;
    if (!answers) return;
    const [ended, { pid }] = [new AbortController(), child ?? {}];
    void exited.then(() => ended.abort());
    const over = AbortSignal.any([ended.signal, stopped]);
    for (;;) {
      await sleep(everyMs, undefined, { signal: over }).catch(() => {});
      if (over.aborted) return;
      const heard = await until(AbortSignal.any([over, AbortSignal.timeout(silenceMs)]), answers).then(
        () => true,
        () => false,
      );
      if (heard || over.aborted || !pid) continue;
      tell(`${name} has not answered for ${silenceMs / 1000} s; ending it`);
      signalGroup(pid, 'SIGKILL');
      return;
    }
  }

  async function keep(first: Promise<string>) {
    let delay = restartDelayMs;
    for (let life = first; ; ) {
      const since = Date.now();
      void watch(life);
      const how = await life;
      onPid(name, undefined);
      if (stopped.aborted) return;
      if (Date.now() - since > STEADY_MS || restarting) delay = restartDelayMs;
      if (!restarting) {
        tell(`${name} ended with ${how}; starting it again in ${delay / 1000} s (its log: ${log.file})`);
        await sleep(delay, undefined, { signal: stopped }).catch(() => {});
        delay = Math.min(delay * 2, LONGEST_DELAY_MS);
      }
      if (stopped.aborted) return;
      life = (await launch()).exited;
      await untilReady(life).then(
        () => tell(`${name} is back`),
        () => {},
      );
      restarting = false;
    }
  }

  async function stop() {
    over.abort();
    const { pid } = child ?? {};
    if (child && pid && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      signalGroup(pid, spec.stopSignal ?? 'SIGTERM');
      const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), patienceMs);
      await gone;
      clearTimeout(timer);
    }
    // What it started itself may have outlived it.
    if (pid) signalGroup(pid, 'SIGKILL');
    onPid(name, undefined);
    log.close();
  }

  const first = (await launch()).exited;
  try {
    await untilReady(first);
  } catch (error) {
    await stop();
    throw error;
  }
  void keep(first);
  return {
    get pid() {
      return child?.exitCode === null && child.signalCode === null ? child.pid : undefined;
    },
    async restart() {
      if (!child?.pid || child.exitCode !== null) return;
      restarting = true;
      signalGroup(child.pid, spec.stopSignal ?? 'SIGTERM');
    },
    stop,
  };
}

/** Tries until it succeeds, for as long as the signal lets it. */
export async function until(signal: AbortSignal, attempt: (signal: AbortSignal) => Promise<void>, everyMs = 50) {
  for (;;) {
    signal.throwIfAborted();
    try {
      return await attempt(signal);
    } catch {
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  }
}
