import { join } from 'node:path';
import { execa, type ResultPromise } from 'execa';
import { chromium, firefox } from '../stack/browsers';
import type { Environment } from '../stack/environment';
import { inRoot } from '../stack/paths';
import { playwrightCounts, vitestCounts } from './reports';

/** The outcome of a step; the counts are of tests, from the runner's own report. */
export interface Outcome {
  ok: boolean;
  passed?: number;
  failed?: number;
  why?: string;
}

let running: ResultPromise | undefined;
/** The first signal that asked the run to end. */
export let interruptedBy: 'SIGINT' | 'SIGTERM' | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interruptedBy ??= signal;
    // A runner takes its services down at SIGINT. Ctrl-C reaches it anyway, and a second one would cut that short.
    if (signal === 'SIGTERM') running?.kill('SIGINT');
  });
}

/** The runner's output goes straight to the terminal. */
async function run(file: string, args: string[], env: Environment = {}): Promise<boolean> {
  running = execa(file, args, {
    ...{ cwd: inRoot(), preferLocal: true, localDir: inRoot(), reject: false },
    stdin: 'ignore',
    stdout: 'inherit',
    stderr: 'inherit',
    env: { NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  return (await running).exitCode === 0;
}

export async function command(file: string, args: string[]): Promise<Outcome> {
  return { ok: await run(file, args) };
}

/** A run without a single test is a failure, whatever the runner says. */
function judge(exitedWell: boolean, counts: { passed: number; failed: number } | undefined): Outcome {
  if (!counts) return { ok: false, why: 'no report' };
  if (counts.passed + counts.failed === 0) return { ok: false, why: 'no test ran' };
  return { ok: exitedWell && counts.failed === 0, ...counts };
}

/** All of Vitest's projects, or the one that is named. */
export async function vitest(out: string, project?: 'unit'): Promise<Outcome> {
  const report = join(out, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const chosen = project ? [`--project=${project}`] : [];
  return judge(await run('vitest', ['run', ...chosen, ...reporters]), vitestCounts(report));
}

export async function playwright(out: string): Promise<Outcome> {
  const report = join(out, 'playwright.json');
  const env = {
    ANTEROOM_CHROMIUM: await chromium(console.log),
    ANTEROOM_FIREFOX: await firefox(console.log),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  return judge(await run('playwright', ['test', '--reporter=list,json'], env), playwrightCounts(report));
}
