import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultOf, hasBody, readBody, withBody } from './body';

describe('faultOf', () => {
  const fault = (body: string, type?: string) => faultOf(Buffer.from(body), type);
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it('counts how deep brackets stand, but for those in strings', () => {
    expect(fault(nested(64))).toBeNull();
    expect(fault(nested(65))).toMatch(/64 levels/);
    expect(fault('['.repeat(20_000))).toMatch(/64 levels/);
    expect(fault(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`)).toMatch(/64 levels/);
    expect(fault(JSON.stringify([`"${'['.repeat(100)}`, '\\', ['{'.repeat(100)]]))).toBeNull();
    expect(fault(`[${'[],'.repeat(100)}[]]`)).toBeNull();
  });

  it('counts them in the fields of a form, too', () => {
    const part = (value: string) => `--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n${value}\r\n--x--\r\n`;
    expect(fault(part(nested(65)), 'multipart/form-data; boundary=x')).toMatch(/64 levels/);
    expect(fault(part('a [list] of {things}'), 'multipart/form-data; boundary=x')).toBeNull();
  });

  it.each([
    ['a byte', 'a=\0b', 'text/plain'],
    ['an escape of JSON', '{"reason":"a\\u0000b"}', 'application/json'],
    ['one after an escaped backslash', '{"reason":"\\\\\\u0000"}', 'application/json'],
    ['an escape of a form', 'email=a%00b', 'application/x-www-form-urlencoded'],
  ])('finds NUL as %s', (_, body, type) => expect(fault(body, type)).toMatch(/NUL/));

  it('leaves alone what only looks like it', () => {
    expect(fault('{"reason":"\\\\u0000"}', 'application/json')).toBeNull();
    expect(fault('email=a%2500b', 'application/x-www-form-urlencoded')).toBeNull();
    expect(fault('{"reason":"100%00"}', 'application/json')).toBeNull();
  });

  it('finds half of a character, which is in no text of UTF-8', () => {
    for (const half of ['\\ud800', '\\uDFFF', '\\ude00\\ud83d', 'a\\ud83d', '\\ud83d\\\\ude00']) {
      expect(fault(`{"reason":"${half}"}`)).toMatch(/half of a character/);
      expect(fault(`{"a":[{"${half}":1}]}`, 'application/json')).toMatch(/half of a character/);
      expect(fault(`\ufeff${' '.repeat(100)}["${half}"]`, 'text/plain')).toMatch(/half of a character/);
    }
    for (const whole of ['\\ud83d\\ude00', '\\\\ud800', '😀', 'ü']) {
      expect(fault(`{"${whole}":["${whole}"]}`, 'application/json')).toBeNull();
    }
    expect(fault('name=\\ud800', 'application/x-www-form-urlencoded')).toBeNull();
  });

  it('wants JSON where JSON is announced', () => {
    for (const type of ['application/json', 'application/webhook+json', 'application/json; charset=utf-8']) {
      expect(fault('{"a"', type)).toMatch(/not JSON/);
      expect(fault('{"a":1}', type)).toBeNull();
    }
    expect(fault('{"a"', 'text/plain')).toBeNull();
  });

  it('wants the end of the last part of a form', () => {
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data; boundary="x"; charset=utf-8']) {
      expect(fault('--x\r\n\r\n1\r\n--x--\r\n', type)).toBeNull();
      expect(fault('--x\r\n\r\n1\r\n', type)).toMatch(/no end/);
    }
    expect(fault('--x--', 'multipart/form-data')).toMatch(/no end/);
  });
});

describe('readBody', () => {
  /** What the server read of a request, and what a message made of it reads again. */
  async function sent(most: number, headers: Record<string, string | number>, chunks: string[], cut = false) {
    const server = createServer();
    onTestFinished(() => void server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const read = new Promise((done, fail) => {
      server.once('request', async (request, response) => {
        const body = hasBody(request) ? await readBody(request, most) : 'none';
        if (!Buffer.isBuffer(body)) done(body);
        else {
          const again = withBody(request, body);
          const text = (await again.toArray()).join('');
          done({ text, method: again.method, url: again.url, type: again.headers['content-type'] });
        }
        response.on('error', fail).writeHead(200, { connection: 'close' }).end();
      });
    });
    const { port } = server.address() as AddressInfo;
    const client = send({ port, path: '/a?b', method: 'POST', headers }).on('error', () => {});
    client.on('response', (answer) => answer.resume());
    for (const chunk of chunks) client.write(chunk);
    if (cut) setTimeout(() => client.destroy(), 50);
    else client.end();
    return read;
  }

  it('gives the handler a message that reads as the first did', async () => {
    const read = { text: 'one,two', method: 'POST', url: '/a?b', type: 'text/plain' };
    expect(await sent(7, { 'content-type': 'text/plain', 'content-length': 7 }, ['one', ',two'])).toEqual(read);
    expect(await sent(7, { 'content-type': 'text/plain' }, ['one', ',two'])).toEqual(read);
  });

  it('refuses by the announced length, before anything is sent', async () =>
    expect(await sent(7, { 'content-length': 8 }, [])).toBe('too_large'));

  it('refuses by counting what announces no length', async () =>
    expect(await sent(7, {}, ['one', ',two', ','], true)).toBe('too_large'));

  it('sees a client that goes away', async () => expect(await sent(7, {}, ['one'], true)).toBeNull());

  it('sees where there is none', async () => expect(await sent(7, { 'content-length': 0 }, [])).toBe('none'));
});
