import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { MailError, sendMail } from '@/lib/adapters/mail';
import { sendLetter } from '@/lib/notifications/commands/send-letter';
import type { Letter } from '@/lib/notifications/templates/letter';
import { resetSettings } from '@/lib/platform/settings';
import { freePort } from '@/scripts/stack/ports';
import { inboxAt } from '../support/inbox';

const inbox = inboxAt(inject('mail').inboxUrl);
const address = () => `${randomUUID()}@test.example`;
const letter: Letter = {
  subject: 'Your visit',
  title: 'Your visit is confirmed',
  paragraphs: ['Dr Keller sees you on <Thursday> & in “person”.'],
  facts: [['When', 'Thu 26 Nov, 16:00', 'London time']],
  button: { label: 'Open the visit', url: 'https://visits.example/appointments/1' },
};

const env = {
  DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/none',
  LIVEKIT_URL: 'ws://127.0.0.1:1',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 's'.repeat(32),
  NEXTAUTH_URL: 'https://visits.example',
  NEXTAUTH_SECRET: 'n'.repeat(32),
  CLINIC_NAME: 'Müller, Söhne & "Partner"',
  CLINIC_PHONE: '+1 555 010 0100',
  CLINIC_ADDRESS: '1 Hill Street',
  CLINIC_LOGO_URL: '',
};

describe('mail', () => {
  const before = { ...process.env };
  const settle = (changes: Record<string, string> = {}) => {
    Object.assign(process.env, env, { SMTP_URL: inject('mail').SMTP_URL }, changes);
    resetSettings();
  };
  beforeEach(() => settle());
  afterEach(() => {
    process.env = { ...before };
    resetSettings();
  });

  it('comes from the clinic in the reader’s language, as HTML and as text, with the link in words', async () => {
    const email = address();
    await sendLetter({ name: 'José Núñez', email, locale: 'es' }, () => letter);
    const mail = await inbox.lastMailTo(email);
    expect(mail).toMatchObject({
      subject: 'Your visit',
      from: [{ name: 'Müller, Söhne & "Partner"', address: 'no-reply@visits.example' }],
      to: [{ name: 'José Núñez', address: email }],
    });
    expect(mail.headers['auto-submitted']).toBe('auto-generated');
    expect(mail.html).toMatch(/<html[^>]* lang="es"/);
    expect(mail.html).toMatch(/<html[^>]* dir="ltr"/);
    expect(mail.html).toContain('&lt;Thursday&gt; &amp;');
    expect(mail.html.match(/href="https:\/\/visits\.example\/appointments\/1"/g)).toHaveLength(2);
    expect(mail.html).toContain('>https://visits.example/appointments/1</a>');
    expect(mail.text).toBe(
      [
        'Your visit is confirmed',
        'Dr Keller sees you on <Thursday> & in “person”.',
        'When\nThu 26 Nov, 16:00\nLondon time',
        'Open the visit:\nhttps://visits.example/appointments/1',
        '-- \nMüller, Söhne & "Partner"\nLlámenos: +1 555 010 0100\nDirección: 1 Hill Street\nEste mensaje se ha enviado automáticamente. Nadie lee las respuestas.\n',
      ].join('\n\n'),
    );
  });

  it.each([
    ['https://clinic.example/logo.png', ['https://clinic.example/logo.png']],
    ['/logo.png', []],
    ['', []],
  ])('loads nothing from elsewhere but the clinic’s logo: %s', async (CLINIC_LOGO_URL, loaded) => {
    settle({ CLINIC_LOGO_URL });
    const email = address();
    await sendLetter({ name: 'A', email, locale: null }, () => letter);
    const mail = await inbox.lastMailTo(email);
    expect(mail.html).toMatch(/<html[^>]* lang="en"/);
    expect([...mail.html.matchAll(/(?:src|background)="([^"]*)"/g)].map(([, url]) => url)).toEqual(loaded);
    expect(mail.html).not.toMatch(/url\(|@import|<link|<script/);
  });

  it.each([
    'Müller, "Ann" <x>',
    '李小龙',
    'A\r\nBcc: stolen@test.example',
    'A\nSubject: Not what it was',
    'Ana <stolen@test.example>, stolen@test.example',
  ])('a name cannot be anything but a name: %j', async (name) => {
    const email = address();
    const mail = { to: { name, address: email }, subject: `Visit with ${name}`, html: '<p>x</p>', text: 'x' };
    await sendMail(mail);
    const received = await inbox.lastMailTo(email);
    const oneLine = name.replaceAll(/\r?\n/g, ' ');
    expect(received.to).toEqual([{ name: expect.any(String), address: email }]);
    expect(received.to[0]?.name.replaceAll(/\s+/g, ' ')).toBe(oneLine);
    expect(received.subject).toBe(`Visit with ${oneLine}`);
    expect(received.headers.bcc).toBeUndefined();
    expect(await inbox.mailsNow('stolen@test.example')).toEqual([]);
  });

  it('an invitation goes as a part that calendars read, and as a file', async () => {
    const email = address();
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    await sendLetter({ name: 'A', email, locale: 'en' }, () => letter, { invitation: { method: 'REQUEST', content } });
    const mail = await inbox.lastMailTo(email);
    expect(await inbox.source(mail)).toContain('Content-Type: text/calendar; charset=utf-8; method=REQUEST');
    expect(await inbox.attachment(mail, 'invitation.ics')).toBe(content);
  });

  it('a server that does not answer is an error that names nobody', async () => {
    settle({ SMTP_URL: `smtp://127.0.0.1:${await freePort()}` });
    const error = await sendLetter({ name: 'A', email: 'secret@test.example', locale: 'en' }, () => letter).catch(
      (e) => e,
    );
    expect(error).toBeInstanceOf(MailError);
    expect(error.message).toMatch(/did not take it: E[A-Z]+$/);
    expect(error.cause).toBeUndefined();
  });
});

describe('the inbox answers', () => {
  const { port, origin } = new URL(inject('mail').inboxUrl);
  interface Asked {
    path?: string;
    method?: string;
    headers?: Record<string, string>;
  }
  const ask = ({ path = '/email', method, headers }: Asked = {}) =>
    new Promise<{ status: number | 'closed'; headers: string[] }>((answered, failed) => {
      const asked = request({
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { host: `localhost:${port}`, ...headers },
      });
      asked.on('response', (answer) => {
        answer.resume();
        answered({ status: answer.statusCode ?? 0, headers: Object.keys(answer.headers) });
      });
      asked.on('upgrade', (_, socket) => {
        socket.destroy();
        answered({ status: 101, headers: [] });
      });
      asked.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' ? answered({ status: 'closed', headers: [] }) : failed(error),
      );
      asked.end();
    });
  const status = async (asked: Asked) => (await ask(asked)).status;
  const socket = {
    ...{ connection: 'Upgrade', upgrade: 'websocket' },
    ...{ 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' },
  };
  const SOCKET = '/socket.io/?EIO=4&transport=websocket';

  it('to the names of this machine alone, over HTTP and over WebSocket', async () => {
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, 'localhost']) {
      expect(await status({ headers: { host } })).toBe(200);
    }
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '127.0.0.1.evil.example']) {
      expect(await status({ headers: { host } }), host).toBe(421);
    }
    expect(await status({ headers: { host: 'evil.example', ...socket }, path: SOCKET })).toBe('closed');
  });

  it('to its own page, and to no page of another site or port', async () => {
    const own = { origin, 'sec-fetch-site': 'same-origin' };
    const foreigners: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      // A page in a frame, and what only its own page asks for.
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ];
    for (const path of ['/email', '/', '/socket.io/?EIO=4&transport=polling']) {
      expect(await status({ path, headers: own }), path).toBe(200);
      for (const headers of foreigners) expect(await status({ path, headers }), path).toBe(403);
    }
    const preflight = { origin: 'https://elsewhere.example', 'access-control-request-method': 'DELETE' };
    expect(await status({ path: '/email/all', method: 'OPTIONS', headers: preflight })).toBe(403);
    expect(await status({ path: SOCKET, headers: { ...socket, ...own } })).toBe(101);
    for (const headers of foreigners) {
      expect(await status({ path: SOCKET, headers: { ...socket, ...headers } })).toBe('closed');
    }
  });

  it('to whoever follows a link to its page, which leads no further', async () => {
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
      expect(await status({ path: '/', headers }), site).toBe(200);
      expect(await status({ path: '/email', headers }), site).toBe(site === 'none' ? 200 : 403);
      expect(await status({ path: '/', method: 'POST', headers }), site).toBe(site === 'none' ? 404 : 403);
    }
  });

  it('without leave for other origins to read it', async () => {
    for (const path of ['/', '/email', '/config', '/socket.io/?EIO=4&transport=polling']) {
      const { headers } = await ask({ path, headers: { origin } });
      expect(headers.filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});
