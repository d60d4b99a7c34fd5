import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
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
