import { expect, it } from 'vitest';
import { sfuHealth } from '@/lib/adapters/livekit-health';
import { joinCall } from '@/lib/calls/commands/join';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';

// Port 9 (discard): nobody listens there.
const make = withApplication({ LIVEKIT_URL: 'ws://127.0.0.1:9', LIVEKIT_API_URL: 'http://127.0.0.1:9' });

it('a call is unavailable while the SFU is, and says when to ask again', async () => {
  const { id, patient } = await make.appointment();
  expect(await joinCall(asActor(patient), id, new Date())).toEqual({
    ok: false,
    code: 'call_unavailable',
    retryAfter: expect.any(Number),
  });
});

it('a refusal that does not need the SFU stays what it is', async () => {
  const { id, patient } = await make.appointment({ status: 'PENDING' });
  expect(await joinCall(asActor(patient), id, new Date())).toEqual({ ok: false, code: 'appointment_not_confirmed' });
});

it('health says so', async () => {
  expect(await sfuHealth()).toEqual({ livekit: 'down', makesRoomsByItself: false });
});
