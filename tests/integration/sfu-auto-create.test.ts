import { afterAll, beforeAll, expect, it } from 'vitest';
import { sfuHealth } from '@/lib/adapters/livekit-health';
import { resetSettings } from '@/lib/platform/settings';
import { type Livekit, startLivekit } from '@/scripts/stack/livekit';
import { withApplication } from '../support/application';
import { temporaryDirectory } from '../support/temporary';

withApplication();
const directory = temporaryDirectory();
let livekit: Livekit;

beforeAll(async () => {
  const around = { data: directory.path, tell: () => {}, onPid: () => {} };
  livekit = await startLivekit(around, { key: 'APIauto', secret: 'a'.repeat(32), autoCreate: true });
});
afterAll(async () => {
  await livekit.service.stop();
  directory.remove();
});

it('health knows a server of ours from one that makes rooms by itself', async () => {
  expect(await sfuHealth()).toEqual({ livekit: 'up', makesRoomsByItself: false });
  const settings = { LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: 'APIauto', LIVEKIT_API_SECRET: 'a'.repeat(32) };
  Object.assign(process.env, settings);
  resetSettings();
  expect(await sfuHealth()).toEqual({ livekit: 'up', makesRoomsByItself: true });
});
