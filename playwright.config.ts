import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/stack/browsers';
import { freePort } from './scripts/stack/ports';

// Chosen once, by the runner; its workers read this file again and find it in their environment.
process.env.ANTEROOM_E2E_PORT ??= String(await freePort());

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/stack.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'pages', testIgnore: '**/*.solo.spec.ts' },
    // These kill and hold up services that everyone uses.
    { name: 'solo', testMatch: '**/*.solo.spec.ts', dependencies: ['pages'] },
  ],
  use: {
    baseURL: `http://localhost:${process.env.ANTEROOM_E2E_PORT}`,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    // A trace of every test takes a fourteenth of the run. Who looks into a failure asks for it: --trace retain-on-failure.
    trace: 'off',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--use-fake-ui-for-media-stream',
        // Several cameras and microphones: a choice of device is to be seen. The second camera is one of depths (Y16), which WebRTC cannot send.
        '--use-fake-device-for-media-stream=device-count=3',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
