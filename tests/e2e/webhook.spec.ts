import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { expect, test } from './support/fixtures';

const EVENT = JSON.stringify({ event: 'room_started', id: 'EV_1', room: { name: 'room_1' } });

/** The Authorization header that an SFU with this key and secret sends along with a body. */
function sign(body: string, key: string, secret: string): Promise<string> {
  const token = new AccessToken(key, secret);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

test('takes no word from an SFU that is not ours', async ({ request, stack }) => {
  const { LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = stack.env;
  const tell = async (body: string, authorization?: string) => {
    const headers = { 'content-type': 'application/webhook+json', ...(authorization && { authorization }) };
    return (await request.post('/api/livekit/webhook', { data: body, headers })).status();
  };
  const right = await sign(EVENT, key, secret);
  expect(await tell(EVENT)).toBe(401);
  expect(await tell(EVENT, 'made-up')).toBe(401);
  expect(await tell(EVENT, `${right.slice(0, -4)}AAAA`)).toBe(401);
  expect(await tell(EVENT, await sign(EVENT, key, 'x'.repeat(64)))).toBe(401);
  expect(await tell(EVENT, await sign(EVENT, 'APIother', secret))).toBe(401);
  // Right, but for another body.
  expect(await tell(EVENT.replace('room_1', 'room_2'), right)).toBe(401);
  // A participant's token is signed with the same secret, and is no signature of a body.
  expect(await tell(EVENT, await new AccessToken(key, secret, { identity: 'someone' }).toJwt())).toBe(401);
  expect(await tell(EVENT, right)).toBe(204);
});
