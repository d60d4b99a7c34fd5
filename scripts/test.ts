import { mkdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { inRoot } from './stack/paths';
import { command, interruptedBy, type Outcome, playwright, vitest } from './test/steps';

const out = inRoot('test-results', 'steps');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

type Steps = Record<string, () => Promise<Outcome>>;

const usual: Steps = {
  generate: () => command('npm', ['run', '--silent', 'generate']),
  types: () => command('tsc', ['--noEmit']),
  lint: () => command('biome', ['check', '.']),
  architecture: () => command('npm', ['run', '--silent', 'architecture']),
  vitest: () => vitest(out),
  build: () => command('npm', ['run', '--silent', 'build:test']),
  playwright: () => playwright(out),
};
/** Only when they are asked for: the step vitest has run the unit tests, and mutants take minutes. */
const onDemand: Steps = {
  unit: () => vitest(out, 'unit'),
  // Loaded only then: the mutation runner is a world of its own.
  mutation: async () => (await import('./test/mutation')).mutation(),
};
const steps = { ...usual, ...onDemand };

/** `npm test -- --only=types,vitest` runs those alone. */
function chosen(): string[] {
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  if (!only) return Object.keys(usual);
  const names = only.split(',');
  const unknown = names.find((name) => !(name in steps));
  if (unknown) {
    console.error(`There is no step "${unknown}". The steps: ${Object.keys(steps).join(', ')}.`);
    process.exit(1);
  }
  return names;
}

const total = { passed: 0, failed: 0 };
const failedSteps: string[] = [];
for (const name of chosen()) {
  if (interruptedBy) break;
  const since = Date.now();
  console.log(`\n── ${name}`);
  const outcome = (await steps[name]?.()) ?? { ok: false };
  total.passed += outcome.passed ?? 0;
  total.failed += outcome.failed ?? 0;
  if (!outcome.ok) failedSteps.push(name);
  const why = outcome.why ? ` (${outcome.why})` : '';
  console.log(`── ${name}: ${outcome.ok ? 'ok' : 'FAILED'}${why}, ${((Date.now() - since) / 1000).toFixed(1)} s`);
}
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
process.exitCode = failedSteps.length > 0 || total.failed > 0 ? 1 : 0;
if (interruptedBy) process.exitCode = 128 + constants.signals[interruptedBy];
console.log(`\n${total.passed} passed, ${total.failed} failed`);
