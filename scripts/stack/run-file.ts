import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, identify, isAlive, type ProcessId } from './processes';

/** The supervisor and its services, in the order in which they were started. */
export interface Run {
  supervisor: ProcessId;
  baseUrl: string;
  services: Record<string, ProcessId>;
}

const path = (data: string) => join(data, 'run.json');

export function readRun(data: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(path(data), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps run.json in step with what runs: a test finds its processes there, and the next start what a killed one left behind. */
export class RunFile {
  readonly #data: string;
  readonly #run: Run;

  constructor(data: string, baseUrl: string) {
    this.#data = data;
    this.#run = { supervisor: identify(process.pid) ?? { pid: process.pid, started: '' }, baseUrl, services: {} };
  }

  set(service: string, pid: number | undefined) {
    const known = pid === undefined ? undefined : identify(pid);
    if (known) this.#run.services[service] = known;
    else delete this.#run.services[service];
    const draft = `${path(this.#data)}.draft`;
    writeFileSync(draft, JSON.stringify(this.#run, null, 2));
    renameSync(draft, path(this.#data));
  }

  get pids(): Record<string, number> {
    return Object.fromEntries(Object.entries(this.#run.services).map(([name, { pid }]) => [name, pid]));
  }

  remove() {
    rmSync(path(this.#data), { force: true });
  }
}

/** Ends the services that a killed supervisor left running. @returns their names */
export async function endLeftovers(data: string): Promise<string[]> {
  const left = Object.entries(readRun(data)?.services ?? {}).filter(([, known]) => isAlive(known));
  for (const [name, known] of left.reverse()) await end(known, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 5_000);
  rmSync(path(data), { force: true });
  return left.map(([name]) => name);
}
