import type { APIResponse } from '@playwright/test';
import { RATE_LIMITS } from '@/lib/platform/rate-limits';
import { callAction, sendParts } from './access/act';
import { ACTIONS } from './access/actions';
import type { Cast, Visitor } from './access/cast';
import { test } from './access/fixtures';
import { fill, given } from './access/given';
import { HANDLERS } from './access/handlers';
import type { Row } from './access/kinds';
import {
  HEADER_VALUES,
  HEADERS,
  LISTS,
  MARKS,
  MORE_QUERY,
  OTHERS,
  PARTS,
  QUERY,
  sentParts,
  TEXTS,
  withLeaves,
} from './access/nonsense';
import { PAGES } from './access/pages';
import { actionsOf } from './support/build';
import { expect } from './support/fixtures';
import { stackUnderTest } from './support/stack';

// Values that nobody means, at every place of the build that takes one, as every kind of actor: no answer may be a failure of ours (5xx).

/** One of those who get somewhere tries everything; all others every so many. */
const EVERY = 17;
const succeeds = (outcome: unknown) =>
  outcome === 'shown' || Number(outcome) < 400 || Boolean((outcome as { changes?: boolean }).changes);
const triesAll = ({ kind }: Visitor, who: Row<unknown>) =>
  kind === ((['doctor', 'admin', 'patient'] as const).find((one) => succeeds(who[one])) ?? 'doctor');

function expectOurs(answer: APIResponse, about: () => string) {
  if (answer.status() >= 500) expect.soft(answer.status(), about()).toBeLessThan(500);
}

const said = (value: unknown) => JSON.stringify(value)?.slice(0, 300);

/** Takes away what attempts of one visitor left behind, and what limits counted of them: other tests come from the same address. */
async function tidy(prisma: Parameters<typeof given>[0], { ids }: Cast) {
  await prisma.appointment.deleteMany({ where: { OR: [{ patientId: { in: ids } }, { doctorId: { in: ids } }] } });
  await prisma.$executeRaw`DELETE FROM rate_limit`;
}

/** Beyond every limit: a refusal goes its own way. */
async function exhaust(prisma: Parameters<typeof given>[0], { person }: Visitor) {
  const keys = ['127.0.0.1', '0:0:0:0::/64', ...(person ? [person.id, person.email] : [])];
  const spent = { points: 1_000_000, expire: Date.now() + 10 * 60_000 };
  const limits = Object.keys(RATE_LIMITS).flatMap((limit) => keys.map((key) => ({ key: `${limit}:${key}`, ...spent })));
  await prisma.rateLimit.deleteMany();
  await prisma.rateLimit.createMany({ data: limits });
}

test.describe.configure({ timeout: 240_000 });

test('addresses of pages', async ({ cast, make, prisma }) => {
  for (const visitor of cast.visitors) {
    const subject = await given(prisma, make, visitor, {});
    for (const [name, { path, who }] of Object.entries(PAGES)) {
      // One is in no release; the other is the page of a failure, with its status.
      if (name.includes('gallery') || name === '/_global-error/page') continue;
      for (const [number, text] of TEXTS.entries()) {
        if (!triesAll(visitor, who) && number % EVERY) continue;
        const here = `${fill(path, subject)}${path.includes('?') ? '&' : '?'}`;
        const query = [...QUERY, ...MORE_QUERY].map((key) => `${key}=${encodeURIComponent(text.toWellFormed())}`);
        const answer = await visitor.request.get(here + query.join('&'), { maxRedirects: 0 });
        expectOurs(answer, () => `${visitor.label}: ${here} with ${said(text)}`);
      }
      for (const text of ['%ff%fe', '%', '%00', 'a%2Fb', '..%2f..', encodeURIComponent('\u202e'), 'x'.repeat(5_000)]) {
        const here = path.replace(/:id|:doctor/, text);
        if (here === path) continue;
        const answer = await visitor.request.get(here, { maxRedirects: 0 });
        expectOurs(answer, () => `${visitor.label}: ${here}`);
      }
    }
    await tidy(prisma, cast);
  }
});

test('addresses and bodies of handlers', async ({ cast, make, prisma }) => {
  for (const visitor of cast.visitors) {
    for (const { path, operations } of Object.values(HANDLERS)) {
      for (const [method, { given: state = {}, body, who, endless }] of Object.entries(operations)) {
        if (endless) continue;
        await tidy(prisma, cast);
        const subject = await given(prisma, make, visitor, state);
        const url = fill(path, subject);
        const send = async (address: string, data: unknown, about: () => string, type = 'application/json') => {
          const bytes = method === 'GET' ? undefined : Buffer.from(JSON.stringify(data) ?? '');
          const headers = bytes && { 'content-type': type };
          const answer = await visitor.request.fetch(address, { method, data: bytes, headers, maxRedirects: 0 });
          expectOurs(answer, () => `${visitor.label}: ${method} ${address.slice(0, 200)} ${about()}`);
        };
        let number = 0;
        for (const text of TEXTS) {
          if (!triesAll(visitor, who) && number++ % EVERY) continue;
          const value = encodeURIComponent(text.toWellFormed());
          await send(`${url}?${QUERY.map((key) => `${key}=${value}`).join('&')}`, {}, () => said(text));
          for (const key of method === 'GET' ? ['from', 'to', 'cursor', 'limit', 'status'] : []) {
            await send(`${url}?${key}=${value}`, {}, () => said(text));
          }
        }
        for (const text of ['%ff%fe', '%', '%00', 'a%2Fb', 'x'.repeat(2_000)]) {
          const here = path.replace(/:id|:doctor/, text);
          if (here !== path) await send(here, {}, () => '');
        }
        if (method === 'GET') continue;
        const right = (await body?.(subject)) ?? {};
        for (const data of withLeaves(right, [...TEXTS, ...OTHERS])) {
          if (!triesAll(visitor, who) && number++ % EVERY) continue;
          await send(url, data, () => said(data));
        }
        for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', 'x', '']) {
          await send(url, { a: 1 }, () => type, type);
        }
      }
    }
    await tidy(prisma, cast);
  }
});

/** As a page, and as the data that Next's own code asks for. */
const READINGS: Record<string, string>[] = [{}, { rsc: '1' }, { rsc: '1', 'next-router-prefetch': '1' }];

test('headers of pages and of actions', async ({ cast, make, prisma, stack }) => {
  const [action] = actionsOf(stack.dist).filter(({ name }) => name.endsWith('#chooseLanguage'));
  const { host, origin } = new URL(stack.baseUrl);
  expect(action).toBeTruthy();
  const values = [...HEADER_VALUES, host, origin];
  for (const visitor of cast.visitors.filter(({ kind }) => kind === 'signedOut' || kind === 'patient')) {
    const subject = await given(prisma, make, visitor, {});
    const paths = ['/sign-in', '/account', '/nope', fill('/appointments/:id', subject)];
    for (const name of HEADERS) {
      for (const [number, value] of values.entries()) {
        if (visitor.person && number % EVERY) continue;
        const about = (of: string) => () => `${visitor.label}: ${of} with ${name}: ${value.slice(0, 100)}`;
        const path = paths[number % paths.length] ?? '/';
        const more = READINGS[number % READINGS.length];
        // What is asked for as data is led to an address that is made of the headers.
        const shown = await visitor.request.get(path, { headers: { ...more, [name]: value } });
        expectOurs(shown, about(`${path} ${said(more)}`));
        const sent = { 'next-action': action?.id ?? '', 'sec-fetch-site': 'same-origin' };
        const headers = { ...sent, ...(number % 2 && { origin }), [name]: value };
        const answer = await visitor.request.post('/sign-in', { data: ['es'], maxRedirects: 0, headers });
        expectOurs(answer, about('action'));
      }
    }
    await tidy(prisma, cast);
  }
});

test('cookies', async ({ cast, stack }) => {
  const { port } = new URL(stack.baseUrl);
  const names = [...['callback', 'csrf', 'session', 'device'].map((kind) => `anteroom-${port}.${kind}`), 'locale'];
  const values = [
    ...TEXTS.map((text) => encodeURIComponent(text.toWellFormed())),
    '%ED%A0%80',
    '%',
    'javascript:1',
    'x|y',
  ];
  for (const visitor of cast.visitors) {
    const own = Object.fromEntries(
      (await visitor.request.storageState()).cookies.map((cookie) => [cookie.name, cookie.value]),
    );
    for (const [number, value] of values.entries()) {
      if (visitor.person && number % EVERY) continue;
      for (const name of names) {
        const cookie = Object.entries({ ...own, [name]: value })
          .map((pair) => pair.join('='))
          .join('; ');
        for (const [method, path] of [
          ['GET', '/sign-in'],
          ['GET', '/account'],
          ['GET', '/api/appointments'],
          ['GET', '/api/auth/csrf'],
          ['HEAD', '/api/auth/csrf'],
          ['GET', '/api/auth/signin'],
          ['POST', '/api/auth/callback/credentials'],
        ] as const) {
          const answer = await visitor.request.fetch(path, { method, headers: { cookie }, maxRedirects: 0 });
          expectOurs(answer, () => `${visitor.label}: ${method} ${path} with ${name}=${value.slice(0, 100)}`);
        }
      }
    }
  }
});

test('what next-auth is sent', async ({ cast, prisma }) => {
  for (const visitor of cast.visitors) {
    let number = 0;
    const skips = () => visitor.person !== null && number++ % EVERY > 0;
    const send = async (method: string, path: string, data?: unknown) => {
      if (skips()) return;
      const answer = await visitor.request.fetch(`/api/auth/${path}`, { method, data, maxRedirects: 0 });
      const { location, 'content-type': type } = answer.headers();
      expectOurs(answer, () => `${visitor.label}: ${method} ${path.slice(0, 200)} ${said(data)}`);
      const to = location ?? (type?.endsWith('json') ? (await answer.json().catch(() => null))?.url : null) ?? '';
      const error = new URLSearchParams(to.split('?')[1]).get('error') ?? 'wrong_credentials';
      expect.soft(error, said(data)).toMatch(/^(wrong_credentials|too_many_requests:\d+)$/);
    };
    for (const text of [...TEXTS, 'javascript:1', 'http://[', '\r\n', '→']) {
      const value = encodeURIComponent(text.toWellFormed());
      for (const path of ['csrf', 'providers', 'signin', 'signout', 'error', '_log', 'callback/credentials']) {
        for (const method of ['GET', 'HEAD', 'POST']) {
          await send(method, `${path}?callbackUrl=${value}`);
          await send(method, `${path}?error=${value}&csrf=${value}`);
        }
      }
    }
    const { csrfToken } = await (await visitor.request.get('/api/auth/csrf')).json();
    const right = { csrfToken, email: 'nobody@test.example', password: 'x', callbackUrl: '/', json: 'true' };
    for (const data of withLeaves(right, [...TEXTS, ...OTHERS])) {
      for (const path of ['callback/credentials', 'signout']) {
        if (visitor.person && path === 'signout') continue;
        await send('POST', path, Buffer.from(JSON.stringify(data)));
      }
      if (number % 40 === 0) await prisma.rateLimit.deleteMany();
    }
    await prisma.rateLimit.deleteMany();
  }
});

for (const [name, cases] of Object.entries(ACTIONS)) {
  const [one] = [cases].flat();
  if (!one) continue;
  test(`arguments of ${name}`, async ({ newCast, make, prisma }) => {
    const [action] = actionsOf(stackUnderTest().dist).filter((it) => it.name === name);
    const [page = ''] = action?.pages ?? [];
    // Sessions end in some, and nobody can go on with them.
    const cast = await newCast();
    let number = 0;
    for (const visitor of cast.visitors) {
      const { given: state = {}, args, form, bound, who } = one;
      await tidy(prisma, cast);
      const subject = await given(prisma, make, visitor, state);
      const path = fill(PAGES[page]?.path ?? page, subject);
      const id = action?.id ?? '';
      const skips = () => !triesAll(visitor, who) && number++ % EVERY > 0;
      const call = async (more: Omit<Parameters<typeof callAction>[1], 'id' | 'path'>) => {
        if (skips()) return;
        const answer = await callAction(visitor, { id, path, ...more });
        expectOurs(answer, () => `${visitor.label}: ${said(more)}`);
      };
      const send = async (call: boolean, parts: Record<string, string>) => {
        if (skips()) return;
        const answer = await sendParts(visitor, { id: call ? id : undefined, path, parts });
        expectOurs(answer, () => `${visitor.label}: ${call ? 'call' : 'form'} ${said(parts)}`);
      };
      for (const list of LISTS) await call({ args: list });
      for (const parts of PARTS) await send(true, parts);
      for (const parts of sentParts(id)) await send(false, parts);
      for (const [field, value] of Object.entries(form ?? {})) {
        for (const text of [...TEXTS, ...MARKS]) await call({ args: [], form: { ...form, [field]: text }, bound });
        await call({
          args: [],
          form: Object.fromEntries(Object.entries(form ?? {}).filter(([key]) => key !== field)),
          bound,
        });
        await call({ args: [], form: { ...form, [`${field}.x[0]`]: value, __proto__x: value }, bound });
      }
      for (const changed of bound ? withLeaves(bound[0], [...TEXTS, ...OTHERS]) : []) {
        await call({ args: [], form, bound: [changed] });
      }
      await exhaust(prisma, visitor);
      for (const list of LISTS) await call({ args: list });
      for (const text of TEXTS) await call(form ? { args: [], form, bound: bound && [text] } : { args: [text, text] });
      await tidy(prisma, cast);
      if (form) continue;
      const right = (await args?.(subject, prisma)) ?? [];
      for (const mark of MARKS) await call({ args: [mark, ...right.slice(1)] });
      for (const changed of withLeaves(right, [...TEXTS, ...OTHERS])) await call({ args: changed as unknown[] });
    }
    await tidy(prisma, cast);
  });
}
