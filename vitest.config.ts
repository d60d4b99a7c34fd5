import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      // What it is outside of the browser; under Vitest no bundler tells the two apart.
      'server-only': join(import.meta.dirname, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    testTimeout: 15_000,
    // In another order of files at each run: none may need another's leavings.
    sequence: { shuffle: { files: true } },
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,lib,messages,prisma,worker}/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          // Pure code needs no world of its own for each file; loading Temporal in each took as long as all of the tests.
          pool: 'threads',
          isolate: false,
        },
      },
      // They start processes.
      { extends: true, test: { name: 'scripts', include: ['scripts/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // Runs only when a file of this project does.
          globalSetup: 'tests/support/global-setup.ts',
        },
      },
    ],
  },
});
