import { globSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { inRoot } from '../stack/paths';
import type { Outcome } from './steps';

/** The pure files whose every branch somebody's visit hangs on. */
const PATTERNS = [
  'lib/*/policy.ts',
  'lib/accounts/link-state.ts',
  'lib/appointments/{transitions,when}.ts',
  'lib/availability/{days-off,intervals,within-hours}.ts',
  'lib/notifications/still-news.ts',
  'components/call/session/reconnect.ts',
  'components/call/stage/layout.ts',
];
/** Percent of a file's mutants that its tests have to find. */
const LEAST = 85;

type Mutants = Awaited<ReturnType<Stryker['runMutationTest']>>;

const filesOf = (pattern: string) => globSync(pattern, { cwd: inRoot() });

/** A mutant that made the tests run for ever was found out, too; one that does not compile says nothing. */
function score(mutants: Mutants) {
  const count = (...statuses: string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [found, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  return { found, all: found + missed, percent: (100 * found) / (found + missed) };
}

/** Changes the pure files a little, one change at a time (StrykerJS), and asks their unit tests whether they notice. */
export async function mutation(): Promise<Outcome> {
  const gone = PATTERNS.filter((pattern) => filesOf(pattern).length === 0);
  if (gone.length > 0) return { ok: false, why: `there is no ${gone.join(', ')}` };
  const files = PATTERNS.flatMap(filesOf);
  const stryker = new Stryker({
    mutate: files,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/test/mutation.config.ts' },
    // It would rewrite tsconfig.json with the JavaScript API that TypeScript 7 has no more.
    tsconfigFile: 'none',
    reporters: ['clear-text'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
    ignorePatterns: [
      '/*',
      '!/app',
      '!/components',
      '!/lib',
      '!/messages',
      '!/scripts',
      '!/tests',
      '!/*.ts',
      '!/*.json',
    ],
    tempDirName: 'test-results/mutation',
    cleanTempDir: 'always',
    concurrency: 2,
    timeoutMS: 15_000,
  });
  const mutants = await stryker.runMutationTest();
  const weak: string[] = [];
  console.log();
  for (const file of files) {
    const { found, all, percent } = score(mutants.filter(({ fileName }) => inRoot(fileName) === inRoot(file)));
    console.log(`${all === 0 ? '  none' : `${percent.toFixed(1).padStart(5)} %`}  ${found} of ${all}  ${file}`);
    if (!(percent >= LEAST)) weak.push(file);
  }
  if (weak.length === 0) return { ok: true };
  return { ok: false, why: `fewer than ${LEAST} % of the mutants died in ${weak.join(', ')}` };
}
