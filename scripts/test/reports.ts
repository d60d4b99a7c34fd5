import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Counts {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** A file that failed before or around its tests (a bad import, a failed beforeAll) counts as one that failed. */
export function vitestCounts(file: string): Counts | undefined {
  const report = read(file, vitestReport);
  if (!report) return undefined;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

export function playwrightCounts(file: string): Counts | undefined {
  const report = read(file, playwrightReport);
  if (!report) return undefined;
  const { expected, unexpected, flaky } = report.stats;
  // Errors outside any test: a file that does not load, a set-up that failed.
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}
