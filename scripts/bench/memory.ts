import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { join, seesOther, toDoor } from './call-page';
import type { Context } from './context';
import { median, type Row } from './row';

const SERVICES = ['app', 'livekit', 'postgres', 'worker'] as const;
const SAMPLES = 5;

/** Resident memory of each service with every process that it started, in MB. Memory that processes share counts in each. */
async function resident(pids: Record<string, number>): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, kilobytes = 0]) => ({ pid, parent, kilobytes }));
  const tree = (pid: number): number =>
    processes
      .filter((process) => process.parent === pid)
      .reduce((sum, child) => sum + tree(child.pid), processes.find((process) => process.pid === pid)?.kilobytes ?? 0);
  return SERVICES.map((name) => (tree(pids[name] ?? -1) * 1024) / 1e6);
}

async function sample({ product }: Context): Promise<number[]> {
  const samples: number[][] = [];
  for (let n = 0; n < SAMPLES; n++) {
    samples.push(await resident(product.stack.pids));
    await sleep(1_000);
  }
  return SERVICES.map((_, service) => median(samples.map((figures) => figures[service] ?? 0)));
}

/** Resident memory of each service when nobody does anything, and while two people talk. */
export async function memoryRows(context: Context): Promise<Row[]> {
  const { product, browsers, tell } = context;
  tell('Memory: idle …');
  await fetch(`${product.stack.baseUrl}/api/health/ready`);
  await sleep(3_000);
  const idle = await sample(context);

  tell('Memory: one call …');
  const { id, doctor, patient } = await product.make.appointment();
  const pages = [];
  for (const [side, person] of Object.entries({ doctor, patient })) {
    const page = await (await browsers.context(side, person)).newPage();
    await toDoor(context, page, id);
    await join(page);
    pages.push(page);
  }
  await Promise.all(pages.map(seesOther));
  await sleep(5_000);
  const calling = await sample(context);
  for (const page of pages) await page.context().close();

  return SERVICES.map((name, service) => ({
    what: `Memory: ${name === 'livekit' ? 'livekit-server' : name === 'postgres' ? 'PostgreSQL' : name}, one call`,
    unit: 'MB',
    ours: calling[service] ?? Number.NaN,
    beside: { what: 'the same when idle', value: idle[service] ?? Number.NaN },
  }));
}
