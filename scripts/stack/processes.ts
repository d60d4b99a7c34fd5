import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that cannot be mistaken for a later one that was given the same number. */
export interface ProcessId {
  pid: number;
  started: string;
}

/** Undefined when there is no such process, or only what is left of it until its parent takes notice (a zombie). */
export function identify(pid: number): ProcessId | undefined {
  try {
    if (process.platform !== 'linux') {
      const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
      return started ? { pid, started } : undefined;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may itself hold spaces and brackets. After it: the state, and 19 fields on the start, in ticks since boot.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, started: `${boot}/${fields[19]}` };
  } catch {
    return undefined;
  }
}

export const isAlive = (known: ProcessId) => identify(known.pid)?.started === known.started;

/** Signals the process's own group, so that what it started goes with it. */
export function signalGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Ends a process that leads its own group; with SIGKILL when it has not heard the first signal in time. */
export async function end(known: ProcessId, signal: NodeJS.Signals, patienceMs: number) {
  if (!isAlive(known)) return;
  signalGroup(known.pid, signal);
  const deadline = Date.now() + patienceMs;
  while (isAlive(known)) {
    if (Date.now() > deadline) signalGroup(known.pid, 'SIGKILL');
    await sleep(20);
  }
}
