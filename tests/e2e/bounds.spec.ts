import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { APIResponse } from '@playwright/test';
import { readRun } from '@/scripts/stack/run-file';
import { actionsOf } from './support/build';
import { expect, test } from './support/fixtures';
import { expectProblem } from './support/problems';
import { startSecondInstance } from './support/second-instance';

const KILOBYTE = 1_024;

interface Answer {
  status: number;
  headers: string;
  body: string;
}

/** Sends bytes as they are, without a client that would put them right, and reads until the server closes. */
async function raw(baseUrl: string, ...parts: (string | Buffer)[]): Promise<Answer> {
  const { port } = new URL(baseUrl);
  const socket = connect({ host: '127.0.0.1', port: Number(port) });
  // The server may close while this side still sends.
  socket.on('error', () => {});
  for (const part of parts) socket.write(part);
  const answer = await text(socket);
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  return { status: Number(head.split(' ')[1]), headers: head.toLowerCase(), body };
}

const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n');

/** File descriptors that the app under test has open. */
function descriptors(data: string): number {
  const pid = readRun(data)?.services.app?.pid;
  return readdirSync(`/proc/${pid}/fd`).length;
}

test('sockets of those who ask for a WebSocket and go are freed', async ({ stack, page }) => {
  test.skip(process.platform !== 'linux', 'descriptors are counted in /proc');
  await page.goto('/sign-in');
  const before = descriptors(stack.data);
  const { port } = new URL(stack.baseUrl);
  const upgrade = async (path: string) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    socket.on('error', () => {}).resume();
    await once(socket, 'connect');
    const asks = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: eA=='];
    socket.write([`GET ${path} HTTP/1.1`, 'Host: localhost', ...asks, '', ''].join('\r\n'));
    // What a handshake is answered with, or nothing for a moment.
    await Promise.race([once(socket, 'data'), new Promise((done) => setTimeout(done, 1_000))]);
    socket.destroy();
  };
  const paths = ['/nope', '/_next/x', '/_next/static/x', '/_next/webpack-hmr', '/api/events'];
  for (let round = 0; round < 20; round++) {
    await Promise.all(Array.from({ length: 25 }, (_, i) => upgrade(paths[i % paths.length] ?? '/')));
  }
  await expect.poll(() => descriptors(stack.data)).toBeLessThanOrEqual(before + 5);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('a body that is too large', () => {
  const WAYS = [
    ['/api/livekit/webhook', 'application/webhook+json'],
    ['/api/auth/callback/credentials', 'application/x-www-form-urlencoded'],
    ['/api/appointments', 'application/json'],
    ['/sign-up', 'multipart/form-data; boundary=x'],
    ['/nothing-here', 'text/plain'],
  ] as const;
  const most = 64 * KILOBYTE;

  for (const [path, type] of WAYS) {
    test(`is refused by its length, before it is read: ${path}`, async ({ stack }) => {
      const announced = head(`POST ${path}`, `Content-Type: ${type}`, `Content-Length: ${450 * KILOBYTE * KILOBYTE}`);
      const answer = await raw(stack.baseUrl, announced);
      expect(answer.status).toBe(413);
      expect(answer.headers).toContain('content-type: application/problem+json');
      expect(JSON.parse(answer.body)).toMatchObject({ status: 413, code: 'too_large', most });
    });

    test(`is refused by counting, where its length is not said: ${path}`, async ({ stack }) => {
      const chunk = Buffer.concat([Buffer.from('4000\r\n'), Buffer.alloc(0x4000, '['), Buffer.from('\r\n')]);
      const start = head(`POST ${path}`, `Content-Type: ${type}`, 'Transfer-Encoding: chunked');
      const answer = await raw(stack.baseUrl, start, ...Array.from({ length: 8 }, () => chunk));
      expect(answer.status).toBe(413);
    });
  }

  test('and one of just that size is not', async ({ request }) => {
    const form = { csrfToken: 'x', email: 'x', password: 'x'.repeat(most - 32) };
    const answer = await request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 });
    expect(answer.status()).toBeLessThan(500);
    expect(answer.status()).not.toBe(413);
  });
});

test('brackets without end, NUL and what is no JSON are refused before a parser meets them', async ({ request }) => {
  const post = (data: string, type = 'application/json') =>
    request.post('/api/auth/callback/credentials', {
      // As bytes: a text that is no JSON would be made some.
      data: Buffer.from(data),
      headers: { 'content-type': type },
      maxRedirects: 0,
    });
  const deep = '['.repeat(20_000);
  await expectProblem(await post(deep + ']'.repeat(20_000)), 400, 'invalid_request', {
    detail: 'body: more than 64 levels deep',
  });
  await expectProblem(await post('{"email":"a\\u0000"}'), 400, 'invalid_request', {
    detail: 'body: has a NUL character',
  });
  await expectProblem(await post('{"email":'), 400, 'invalid_request', { detail: 'body: is not JSON' });
  const part = '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n1';
  await expectProblem(await post(part, 'multipart/form-data; boundary=x'), 400, 'invalid_request', {
    detail: 'body: a part has no end',
  });
});

test('methods and addresses that no handler reads are refused', async ({ stack }) => {
  for (const line of ['TRACE /', 'TRACE /api/appointments']) {
    const answer = await raw(stack.baseUrl, head(line));
    expect(answer.status, line).toBe(405);
    expect(answer.headers, line).toContain('allow: get, head, post');
  }
  for (const line of ['OPTIONS *', 'GET /appointments/%ff%fe', 'GET /?q=%00', 'GET /api/appointments?cursor=%00']) {
    expect((await raw(stack.baseUrl, head(line))).status, line).toBe(400);
  }
});

test('what a form brings reaches its action whole', async ({ page }) => {
  // The longest that people write, in a script of three bytes a letter.
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill('करुणा'.repeat(15));
  await page.getByLabel('E-mail').fill('nobody at all');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByText('This is not a whole e-mail address', { exact: false }).first()).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('करुणा'.repeat(15));
});

test('what a form brings before scripts run reaches its action, too', async ({ anotherBrowser }) => {
  const page = await (await anotherBrowser({ javaScriptEnabled: false })).newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByRole('button', { name: 'Iniciar sesión' })).toBeVisible();
});

test('what no form of ours is, and halves of characters, are refused before Next or React meets them', async ({
  request,
  stack,
}) => {
  const { id = '' } = actionsOf(stack.dist).find(({ name }) => name.endsWith('#chooseLanguage')) ?? {};
  const post = (data: string, headers: Record<string, string>) =>
    request.post('/sign-in', { data: Buffer.from(data), headers, maxRedirects: 0 });
  const form = { 'content-type': 'multipart/form-data; boundary=x' };
  const part = (text: string) => `--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n${text}\r\n--x--\r\n`;
  const refused = async (detail: string, answer: APIResponse) =>
    expectProblem(answer, 400, 'invalid_request', { detail: `body: ${detail}` });
  await refused('is no form', await post('--x\r\nfoo--x--', form));
  await refused('has no arguments', await post(part('[]').replace('"0"', '"_1_a"'), { ...form, 'next-action': id }));
  for (const text of ['["$0:constructor"]', '["$F1"]', '["$1"]']) {
    await refused('an argument names what is not there', await post(part(text), { ...form, 'next-action': id }));
    await refused('an argument names what is not there', await post(text, { 'next-action': id }));
  }
  await refused('has half of a character', await post('["\\ud800"]', { 'next-action': id }));
  await refused('has half of a character', await post(part('["\\ud800","$K1"]'), { ...form, 'next-action': id }));
});

test.describe('connections of one address', () => {
  test('are limited, and others come in', async ({ stack }) => {
    const instance = await startSecondInstance(stack, { MAX_CONNECTIONS_PER_ADDRESS: '8' });
    try {
      const { port } = new URL(instance.baseUrl);
      const held = Array.from({ length: 12 }, () =>
        connect({ host: '127.0.0.1', port: Number(port) })
          .on('error', () => {})
          .resume(),
      );
      await expect.poll(() => held.filter(({ destroyed, readableEnded }) => destroyed || readableEnded).length).toBe(4);
      // Another network: the loopback of IPv6.
      expect((await fetch(`http://[::1]:${port}/api/health/live`)).status).toBe(200);
      for (const socket of held) socket.destroy();
      await expect
        .poll(() =>
          fetch(`http://127.0.0.1:${port}/api/health/live`).then(
            ({ status }) => status,
            () => 0,
          ),
        )
        .toBe(200);
    } finally {
      await instance.stop();
    }
  });

  test('are the requests of one client behind a proxy, whose connections are everybody’s', async ({ stack }) => {
    const settings = { MAX_CONNECTIONS_PER_ADDRESS: '8', TRUSTED_PROXIES: '1', REQUEST_TIMEOUT_SECONDS: '5' };
    const instance = await startSecondInstance(stack, settings);
    try {
      const { port } = new URL(instance.baseUrl);
      /** A request that the client does not finish. */
      const begun = (client: string) => {
        const socket = connect({ host: '127.0.0.1', port: Number(port) }).on('error', () => {});
        socket.write(
          head('POST /sign-in', `X-Forwarded-For: ${client}`, 'Content-Type: text/plain', 'Content-Length: 5'),
        );
        return socket;
      };
      const held = Array.from({ length: 8 }, () => begun('203.0.113.7'));
      const from = (client: string) =>
        fetch(`${instance.baseUrl}/api/health/live`, { headers: { 'x-forwarded-for': client } });
      await expect.poll(async () => (await from('203.0.113.7')).status).toBe(429);
      expect((await from('203.0.113.7')).headers.get('retry-after')).toBe('1');
      expect((await from('203.0.113.8')).status).toBe(200);
      // Whoever does not finish a request in time is turned out, and makes room.
      await expect.poll(async () => (await from('203.0.113.7')).status, { timeout: 15_000 }).toBe(200);
      for (const socket of held) socket.destroy();
    } finally {
      await instance.stop();
    }
  });
});
