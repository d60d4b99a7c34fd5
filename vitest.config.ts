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
    include: [
      '{app,components,lib,messages,prisma,scripts,worker}/**/*.test.ts',
      'tests/{integration,unit}/**/*.test.ts',
    ],
    globalSetup: 'tests/support/global-setup.ts',
    testTimeout: 15_000,
    // In another order of files at each run: none may need another's leavings.
    sequence: { shuffle: { files: true } },
    allowOnly: false,
  },
});
