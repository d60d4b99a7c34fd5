import type { APIResponse } from '@playwright/test';
import { callAction } from './access/act';
import { ACTIONS } from './access/actions';
import type { Cast, Visitor } from './access/cast';
import { test } from './access/fixtures';
import { fill, given } from './access/given';
import { HANDLERS } from './access/handlers';
import type { Row } from './access/kinds';
import { PAGES } from './access/pages';
import { actionsOf } from './support/build';
import { expect } from './support/fixtures';
import { stackUnderTest } from './support/stack';

// Values that nobody means, at every place of the build that takes one, as every kind of actor: no answer may be a failure of ours (5xx).

const cursor = (instant: string) =>
  Buffer.from(`${instant} 00000000-0000-4000-8000-000000000000`).toString('base64url');

const TEXTS = [
  '',
  ' ',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:00Z',
  '+275760-09-13T00:00:00Z',
  '2031-13-45T99:99:99Z',
  '0000-01-01',
  '9999-12-31',
  '2031-02-30',
  '99:99',
  'a\0b',
  '\ud800',
  '\u202e\u200f\ufeff',
  '%',
  '%00',
  '../../etc/passwd',
  'x'.repeat(5_000),
  '-1',
  '1e999',
  'NaN',
  "' OR 1=1 --",
  '{n} {count, plural, other {#}} <b>',
  'javascript:alert(1)',
  '__proto__',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  cursor('0000-01-01T00:00:00Z'),
  cursor('9999-12-31T23:59:59.999Z'),
  cursor('+275760-09-13T00:00:00.000Z'),
];
/** What only JSON can say. */
const OTHERS = [null, true, -1, 0, 0.5, 2 ** 31, 2 ** 53, 1e308, [], {}, [[]], [null], { a: 1 }];
/** Marks of React's own encoding of arguments, without what they stand for. Text that is typed may begin with them. */
const MARKS = [
  '$undefined',
  '$F1',
  '$K1',
  '$Q1',
  '$W1',
  '$@1',
  '$D2031',
  '$Dx',
  '$n1',
  '$nx',
  '$-0',
  '$NaN',
  '$1',
  '$o1',
  '$B1',
  '$i1',
  '$$',
];

const QUERY = [
  'from',
  'to',
  'cursor',
  'after',
  'q',
  'day',
  'week',
  'view',
  'status',
  'limit',
  'patient',
  'visit',
  'scope',
];
const MORE_QUERY = ['done', 'saved', 'new', 'invited', 'changed', 'callbackUrl', 'error'];

/** Every value with one of its leaves in turn replaced by each of `values`. Of a list inside, the first item stands for all. */
function* withLeaves(value: unknown, values: readonly unknown[], items = Number.POSITIVE_INFINITY): Generator<unknown> {
  for (const other of values) yield other;
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, items).entries())
      for (const changed of withLeaves(item, values, 1)) yield value.with(index, changed);
  } else if (value && typeof value === 'object') {
    for (const [name, item] of Object.entries(value))
      for (const changed of withLeaves(item, values, 1)) yield { ...value, [name]: changed };
  }
}

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
      const call = async (more: Omit<Parameters<typeof callAction>[1], 'id' | 'path'>) => {
        if (!triesAll(visitor, who) && number++ % EVERY) return;
        const answer = await callAction(visitor, { id: action?.id ?? '', path, ...more });
        expectOurs(answer, () => `${visitor.label}: ${said(more)}`);
      };
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
      if (form) continue;
      const right = (await args?.(subject, prisma)) ?? [];
      for (const mark of MARKS) await call({ args: [mark, ...right.slice(1)] });
      for (const changed of withLeaves(right, [...TEXTS, ...OTHERS])) await call({ args: changed as unknown[] });
    }
    await tidy(prisma, cast);
  });
}
