import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['{app,components,lib,messages,prisma,scripts,worker}/**/*.test.ts', 'tests/{integration,unit}/**/*.test.ts'],
    globalSetup: 'tests/support/global-setup.ts',
    testTimeout: 15_000,
    // Nothing here needs another test's order or leavings.
    sequence: { shuffle: true },
    allowOnly: false,
  },
});
