import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { judgeLinkPassword, judgeOwnPassword } from '@/lib/accounts/commands/judge-password';
import { changePassword } from '@/lib/accounts/commands/password';
import { resetPassword } from '@/lib/accounts/commands/reset';
import { signIn } from '@/lib/accounts/commands/sign-in';
import { acceptLink } from '@/lib/accounts/commands/welcome';
import type { LinkKind } from '@/lib/accounts/link-state';
import { linkToken } from '@/lib/accounts/links';
import { findLink } from '@/lib/accounts/queries/link';
import { prisma } from '@/lib/adapters/database';
import { changeFeed } from '@/lib/notifications/commands/choose-calendar';
import { readFeed } from '@/lib/notifications/commands/read-feed';
import { ownCalendarChoice } from '@/lib/notifications/queries/calendar-choice';
import { log } from '@/lib/platform/log';
import { resetSettings } from '@/lib/platform/settings';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { address } from '../support/mailed-links';
import { DEVICE } from '../support/sessions';

const make = withApplication({ CLINIC_NAME: 'Hillside Clinic' });
const GOOD = 'dolphin umbrella cactus';
const HOUR = 60 * 60_000;
const refused = (why: string) => ({ ok: false, code: 'password_refused', why });
const change = (person: TestPerson, next: string) =>
  changePassword(asActor(person), { current: person.password, next }, new Date());
const attempt = (email: string, password: string) =>
  signIn({ email, password, address: address(), device: DEVICE }, 'en');

/** A link as it stands in a mail. */
async function link(
  kind: LinkKind,
  { email, name, phone }: { email: string; name?: string; phone?: string },
): Promise<string> {
  const [id, expiresAt] = [randomUUID(), new Date(Date.now() + HOUR)];
  const stored = kind.toUpperCase() as Uppercase<LinkKind>;
  const account = kind === 'reset' ? {} : { role: 'PATIENT' as const, name, phone, zone: 'UTC' };
  await prisma().accountLink.create({ data: { id, kind: stored, expiresAt, email, locale: 'en', ...account } });
  return linkToken(id, 'n'.repeat(32));
}
const someone = () => `${randomUUID()}@test.example`;
const accept = (token: string, password: string) =>
  acceptLink(token, { password, zone: 'Europe/Madrid' }, address(), new Date());
const reset = (token: string, password: string) => resetPassword(token, password, address(), new Date());

describe('a password that is easy to guess', () => {
  it.each(['passwordpassword', '123456789012', ' '.repeat(12), 'Hillside-Clinic-2026'])(
    '%j is refused wherever one is chosen, and uses nothing up',
    async (weak) => {
      const person = await make.person();
      const [welcome, forgotten] = [
        await link('invitation', { email: someone(), name: 'N' }),
        await link('reset', person),
      ];
      for (const result of [await change(person, weak), await accept(welcome, weak), await reset(forgotten, weak)]) {
        expect(result).toEqual({ ok: false, code: 'password_refused', why: expect.any(String) });
      }
      expect(await prisma().auditEntry.count({ where: { subjectId: person.id } })).toBe(0);
      expect(await prisma().person.findUnique({ where: { id: person.id } })).toMatchObject({ sessionVersion: 1 });
      expect((await attempt(person.email, person.password)).ok).toBe(true);
      expect(await accept(welcome, GOOD)).toMatchObject({ ok: true });
      expect(await reset(forgotten, GOOD)).toMatchObject({ ok: true });
    },
  );

  it('for being of the person’s own words is refused to that person, by whatever way', async () => {
    const person = await make.person({ name: 'Guadalupe Fernández' });
    await prisma().person.update({ where: { id: person.id }, data: { phone: '+34 910 123 456' } });
    // The link knows the e-mail alone; the name and the phone are the account's.
    const forgotten = await link('reset', { email: person.email });
    for (const own of [person.email, 'guadalupe-fernandez', '910123456 910']) {
      expect(await change(person, own)).toEqual(refused('own'));
      expect(await reset(forgotten, own)).toEqual(refused('own'));
    }
    // Longer than what is read of a password.
    const email = `aurelia.winterbottom@${randomUUID()}.test.example`;
    const welcome = await link('sign_up', { email, name: 'Aurelia Winterbottom', phone: '020 7946 0011' });
    for (const own of [email, 'Winterbottom, Aurelia!', '020 79460011']) {
      expect(await accept(welcome, own)).toEqual(refused('own'));
    }
    // What is nobody's here is a password as any other.
    expect(await accept(welcome, 'Guadalupe Fernández Winterbottom umbrella')).toMatchObject({ ok: true });
  });

  it('is not looked at before the current one is right', async () => {
    const person = await make.person();
    const wrong = { current: 'wrong', next: 'passwordpassword' };
    expect(await changePassword(asActor(person), wrong, new Date())).toEqual({ ok: false, code: 'wrong_password' });
  });
});

describe('while a password is typed', () => {
  it('its owner hears what saving it would say', async () => {
    const person = await make.person({ name: 'Guadalupe Fernández' });
    const actor = asActor(person);
    expect(await judgeOwnPassword(actor, 'too short')).toEqual({ why: 'short' });
    expect(await judgeOwnPassword(actor, 'Guadalupe-Fernández')).toEqual({ why: 'own' });
    expect(await judgeOwnPassword(actor, GOOD)).toEqual({ why: null });
    const forgotten = await link('reset', { email: person.email });
    const judge = (token: string, typed: string) => judgeLinkPassword(token, ['reset'], typed, address(), new Date());
    expect(await judge(forgotten, 'Guadalupe-Fernández')).toEqual({ why: 'own' });
    expect(await judge(forgotten, GOOD)).toEqual({ why: null });
    // Looking uses nothing up.
    expect(await findLink(forgotten, ['reset'], new Date())).toMatchObject({ state: 'open' });
  });

  it('nobody hears anything by a link that is not open, or for something else', async () => {
    const person = await make.person();
    const forgotten = await link('reset', person);
    const judge = (token: string, kinds: LinkKind[], now = new Date()) =>
      judgeLinkPassword(token, kinds, GOOD, address(), now);
    expect(await judge('nothing', ['reset'])).toBeNull();
    expect(await judge(forgotten, ['sign_up', 'invitation'])).toBeNull();
    expect(await judge(forgotten, ['reset'], new Date(Date.now() + 2 * HOUR))).toBeNull();
  });

  it('a person, and a client with a link, is answered a bounded number of times', async () => {
    const person = await make.person();
    const forgotten = await link('reset', person);
    await judgeOwnPassword(asActor(person), 'short');
    await judgeLinkPassword(forgotten, ['reset'], 'short', '198.51.100.9', new Date());
    await prisma().$executeRaw`UPDATE rate_limit SET points = 600 WHERE key LIKE 'password_verdict:%'`;
    expect(await judgeOwnPassword(asActor(person), GOOD)).toBeNull();
    expect(await judgeLinkPassword(forgotten, ['reset'], GOOD, '198.51.100.9', new Date())).toBeNull();
    // Saying nothing keeps nobody from choosing.
    expect(await reset(forgotten, GOOD)).toMatchObject({ ok: true });
  });
});

describe('a list of breached passwords', () => {
  const BREACHED = 'cuatro palabras robadas ayer';
  const digest = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
  const asked: { path: string; padding: unknown }[] = [];
  let server: Server;
  let answer: (prefix: string) => string | null;

  beforeAll(async () => {
    server = createServer(({ url = '', headers }, response) => {
      asked.push({ path: url, padding: headers['add-padding'] });
      const text = answer(url.slice(-5));
      // Null: it never answers.
      if (text === null) return;
      if (text === 'broken') response.writeHead(503);
      response.end(text);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    process.env.BREACHED_PASSWORDS_URL = `http://127.0.0.1:${port}/range`;
    resetSettings();
  });
  afterEach(() => {
    asked.length = 0;
  });
  afterAll(async () => {
    delete process.env.BREACHED_PASSWORDS_URL;
    resetSettings();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  const suffixes = (count: number, of = BREACHED) =>
    [`${'0'.repeat(35)}:3`, `${digest(of).slice(5)}:${count}`, `${'F'.repeat(35)}:0`, ''].join('\r\n');

  it('is asked by five digits, padded, and has it refused wherever one is chosen', async () => {
    answer = () => suffixes(12);
    const person = await make.person();
    const welcome = await link('sign_up', { email: someone(), name: 'N' });
    const forgotten = await link('reset', person);
    expect(await change(person, BREACHED)).toEqual(refused('breached'));
    expect(await accept(welcome, BREACHED)).toEqual(refused('breached'));
    expect(await reset(forgotten, BREACHED)).toEqual(refused('breached'));
    const question = { path: `/range/${digest(BREACHED).slice(0, 5)}`, padding: 'true' };
    expect(asked).toEqual([question, question, question]);
    expect(await change(person, GOOD)).toMatchObject({ ok: true });
  });

  it('is asked in the form that is compared', async () => {
    answer = () => suffixes(1, 'café con ocho leches');
    expect(await change(await make.person(), 'cafe\u0301 con ocho leches')).toEqual(refused('breached'));
  });

  it('is not asked while somebody types, nor about what is refused anyway', async () => {
    answer = () => suffixes(12);
    const person = await make.person();
    expect(await judgeOwnPassword(asActor(person), BREACHED)).toEqual({ why: null });
    expect(await change(person, 'passwordpassword')).toEqual(refused('repeat'));
    expect(asked).toEqual([]);
  });

  it('pads with entries that count for nothing', async () => {
    answer = () => suffixes(0);
    expect(await change(await make.person(), BREACHED)).toMatchObject({ ok: true });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['does not answer', null],
    ['fails', 'broken'],
    ['sends without end', 'A'.repeat(1_100_000)],
  ])('that %s keeps nobody out, and the log has nothing of the password', async (_, text) => {
    answer = () => text;
    const warn = vi.spyOn(log(), 'warn').mockImplementation(() => {});
    const before = Date.now();
    expect(await change(await make.person(), BREACHED)).toMatchObject({ ok: true });
    expect(Date.now() - before).toBeLessThan(6_000);
    expect(asked).toHaveLength(1);
    expect(warn).toHaveBeenCalledTimes(1);
    const [fields, said] = warn.mock.calls[0] ?? [];
    expect(said).toContain('did not answer');
    const { stack = '', message } = (fields as unknown as { err: Error }).err;
    for (const secret of [BREACHED, digest(BREACHED).slice(0, 5)]) expect(`${message} ${stack}`).not.toContain(secret);
    warn.mockRestore();
  });
});

describe('a password in two forms', () => {
  it('is one: chosen with one and typed with the other', async () => {
    const person = await make.person();
    expect(await change(person, 'cafe\u0301 ｃｏｎ churros')).toMatchObject({ ok: true });
    expect((await attempt(person.email, 'caf\u00e9 con churros')).ok).toBe(true);
    expect((await attempt(person.email, 'cafe con churros')).ok).toBe(false);
  });

  it('whose hash is older than this still signs in, and can be changed', async () => {
    const person = await make.person();
    const typed = 'contrasen\u0303a de antes';
    const passwordHash = await hash(typed, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await prisma().person.update({ where: { id: person.id }, data: { passwordHash } });
    expect((await attempt(person.email, typed)).ok).toBe(true);
    expect(await change({ ...person, password: typed }, GOOD)).toMatchObject({ ok: true });
    expect((await attempt(person.email, GOOD)).ok).toBe(true);
  });

  it('of the greatest length signs in, however many units it is typed with', async () => {
    const person = await make.person();
    const word = 'e\u0301a\u0301o\u0301zx'.repeat(6);
    const typed = word + 'n\u0303'.repeat(200 - 30);
    expect([...typed.normalize('NFKC')]).toHaveLength(200);
    expect(await change(person, typed)).toMatchObject({ ok: true });
    expect((await attempt(person.email, typed)).ok).toBe(true);
    expect((await attempt(person.email, typed.normalize('NFKC'))).ok).toBe(true);
    expect((await attempt(person.email, typed.slice(0, -2))).ok).toBe(false);
  });
});

describe('the address of a calendar feed', () => {
  const tokenOf = async (person: TestPerson) => {
    const url = (await ownCalendarChoice(asActor(person)))?.feedUrl;
    return /([\w-]+)\.ics$/.exec(url ?? '')?.[1] ?? '';
  };
  const reads = async (token: string) => (await readFeed(token, null, new Date())).ok;

  it.each(['changed', 'reset'])('ends when the password is %s, and another takes its place', async (how) => {
    const person = await make.person();
    await changeFeed(asActor(person), 'on', new Date());
    const old = await tokenOf(person);
    expect(await reads(old)).toBe(true);
    const result =
      how === 'reset' ? await reset(await link('reset', { email: person.email }), GOOD) : await change(person, GOOD);
    expect(result).toMatchObject({ ok: true, feedRenewed: true });
    expect(await reads(old)).toBe(false);
    expect(await reads(await tokenOf(person))).toBe(true);
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: person.id }, orderBy: { id: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual([
      'calendar_feed_on',
      'calendar_feed_renewed',
      how === 'reset' ? 'password_reset' : 'password_changed',
    ]);
    for (const { actorId } of entries) expect(actorId).toBe(person.id);
  });

  it('stays when the password does', async () => {
    const person = await make.person();
    await changeFeed(asActor(person), 'on', new Date());
    const token = await tokenOf(person);
    expect(await change(person, 'passwordpassword')).toMatchObject({ ok: false });
    expect(await change({ ...person, password: 'wrong' }, GOOD)).toMatchObject({ ok: false });
    expect(await reads(token)).toBe(true);
  });

  it('that is off stays off, and nothing is said of it', async () => {
    const [never, off] = [await make.person(), await make.person()];
    await changeFeed(asActor(off), 'on', new Date());
    await changeFeed(asActor(off), 'off', new Date());
    for (const person of [never, off]) {
      expect(await change(person, GOOD)).toEqual({ ok: true, feedRenewed: false });
      expect((await ownCalendarChoice(asActor(person)))?.feedUrl).toBeNull();
    }
    expect(await prisma().calendarChoice.count({ where: { personId: never.id } })).toBe(0);
  });
});
