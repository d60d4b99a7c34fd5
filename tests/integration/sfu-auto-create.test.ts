import { expect, it } from 'vitest';
import { sfuHealth } from '@/lib/adapters/livekit-health';
import { withApplication } from '../support/application';
import { withLivekit } from '../support/livekit';

withApplication();
const livekit = withLivekit({ autoCreate: true });

it('health knows a server of ours from one that makes rooms by itself', async () => {
  expect(await sfuHealth()).toEqual({ livekit: 'up', makesRoomsByItself: false });
  livekit.use();
  expect(await sfuHealth()).toEqual({ livekit: 'up', makesRoomsByItself: true });
});
