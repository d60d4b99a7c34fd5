import type { APIRequestContext } from '@playwright/test';
import { feedToken } from '@/lib/notifications/feed-token';
import { nextClockChange } from '../support/clocks';
import { HANDLERS } from './access/handlers';
import { type ApiDocument, type Operation, operationCheck, validatorOf } from './support/api-document';
import { test as base, expect } from './support/fixtures';
import { FOREIGN } from './support/problems';
import { DAY, HOUR } from './support/times';

// The API's document against what the API answers: no status, code or field that it does not name, and each that it names is seen.

const test = base.extend<object, { document: ApiDocument }>({
  document: [
    async ({ stack }, use) => use(await (await fetch(`${stack.baseUrl}/api/openapi.json`)).json()),
    { scope: 'worker' },
  ],
});

const NOBODY = '00000000-0000-4000-8000-000000000000';
/** A start on a full hour, as the hours of a test's doctor make them. */
const slot = (hours = 24) => new Date(Math.ceil(Date.now() / HOUR + hours) * HOUR);
const iso = (hours?: number) => slot(hours).toISOString();

/** Handlers that are no part of the API: for the product's own pages, and for machines that have documents of their own. */
const INTERNAL = [
  '/api/[...path]/route',
  '/api/auth/[...nextauth]/route',
  '/api/events/route',
  '/api/health/live/route',
  '/api/health/ready/route',
  '/api/livekit/webhook/route',
  '/api/openapi.json/route',
];

test('every handler of the build is in the document, and nothing else', ({ document }) => {
  const built = Object.entries(HANDLERS)
    .filter(([name]) => !INTERNAL.includes(name))
    .flatMap(([name, { operations }]) => {
      const path = name
        .replace(/\/route$/, '')
        .replaceAll('[', '{')
        .replaceAll(']', '}');
      return Object.keys(operations).map((method) => `${method} ${path}`);
    });
  const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.sort(), 'Document it in app/api/openapi.ts, or name it under INTERNAL here').toEqual(built.sort());
});

test('the document is one of OpenAPI 3.1, and its schemas are schemas', ({ document }) => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  const { inside } = validatorOf(document);
  const all = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  );
  for (const [path, method, { summary, parameters = [], requestBody, responses }] of all) {
    expect(summary, path).toMatch(/\S/);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name).sort(), path).toEqual(named.sort());
    expect(
      declared.every(({ required }) => required),
      path,
    ).toBe(true);
    for (const index of parameters.keys()) inside('paths', path, method, 'parameters', String(index), 'schema');
    for (const type of Object.keys(requestBody?.content ?? {})) {
      inside('paths', path, method, 'requestBody', 'content', type, 'schema');
    }
    for (const [status, { description, content = {} }] of Object.entries(responses)) {
      expect(status, path).toMatch(/^[2-5]\d\d$/);
      expect(description, path).toMatch(/\S/);
      for (const type of Object.keys(content)) {
        inside('paths', path, method, 'responses', status, 'content', type, 'schema');
      }
    }
  }
});

test('GET /api/doctors', async ({ document, make, signIn, request, context }) => {
  const { call, expectAllSeen } = operationCheck(document, 'GET /api/doctors');
  await make.person({ role: 'DOCTOR' });
  await make.person({ role: 'DOCTOR', hours: [] });
  await call({ request });
  await signIn(await make.person());
  await call({ request: context.request });
  expectAllSeen();
});

test('GET /api/doctors/{id}/slots', async ({ document, make, signIn, request, context }) => {
  const { call, expectAllSeen } = operationCheck(document, 'GET /api/doctors/{id}/slots');
  const { id } = await make.person({ role: 'DOCTOR' });
  const query = { from: iso(), to: iso(48) };
  await call({ request, id, query });
  await signIn(await make.person());
  const answer = await call({ request: context.request, id, query });
  expect((await answer.json()).items).toHaveLength(24);
  await call({ request: context.request, id });
  await call({ request: context.request, id: NOBODY, query });
  expectAllSeen();
});

test('GET /api/appointments', async ({ document, make, signIn, request, context }) => {
  const { call, expectAllSeen } = operationCheck(document, 'GET /api/appointments');
  const { patient } = await make.appointment({ startsAt: slot() });
  await make.appointment({ patient, startsAt: slot(30), visitType: 'IN_PERSON', status: 'PENDING' });
  await call({ request });
  await signIn(patient);
  const answer = await call({ request: context.request, query: { limit: '1' } });
  const { items, nextCursor } = await answer.json();
  expect([items.length, typeof nextCursor]).toEqual([1, 'string']);
  await call({ request: context.request, query: { cursor: nextCursor } });
  await call({ request: context.request, query: { status: 'open' } });
  expectAllSeen();
});

for (const name of ['GET /api/appointments/{id}', 'GET /api/appointments/{id}/calendar.ics']) {
  test(name, async ({ document, make, signIn, request, context }) => {
    const { call, expectAllSeen } = operationCheck(document, name);
    const { id, patient } = await make.appointment();
    await call({ request, id });
    await signIn(patient);
    await call({ request: context.request, id });
    await call({ request: context.request, id: NOBODY });
    expectAllSeen();
  });
}

test('GET /api/calendar/{file}', async ({ document, make, prisma, request, stack }) => {
  const { call, expectAllSeen } = operationCheck(document, 'GET /api/calendar/{file}');
  const { patient } = await make.appointment();
  const id = `${feedToken(patient.id, 1, stack.env.NEXTAUTH_SECRET)}.ics`;
  await call({ request, id });
  await prisma.calendarChoice.create({ data: { personId: patient.id, feedOn: true, feedVersion: 1 } });
  await Promise.all(Array.from({ length: 31 }, () => call({ request, id })));
  // calendar-feed.spec.ts asks again.
  expectAllSeen('304');
});

test('POST /api/appointments', async ({ document, make, signIn, request, context, anotherBrowser }) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments');
  const doctor = await make.person({ role: 'DOCTOR' });
  const cautious = await make.person({ role: 'DOCTOR', noticeMinutes: 3 * 24 * 60 });
  const day = { startMinute: 0, endMinute: 1440, visitTypes: ['VIDEO' as const] };
  const remote = await make.person({
    role: 'DOCTOR',
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...day, weekday })),
  });
  const visit = { doctorId: doctor.id, startsAt: iso(), visitType: 'video', reason: 'Palpitations' };
  const book = (by: APIRequestContext, changes: object = {}, headers = {}) =>
    call({ request: by, data: { ...visit, ...changes }, headers });
  await book(request);
  await signIn(await make.person());
  const own = context.request;
  await book(own, {}, FOREIGN);
  await book(own, { reason: '' });
  await book(own, {}, { 'idempotency-key': 'short' });
  const key = { 'idempotency-key': 'a key of this test' };
  expect((await book(own, {}, key)).status()).toBe(201);
  expect((await book(own, {}, key)).status()).toBe(201);
  await book(own, { reason: 'Another' }, key);
  await book(own);
  await book(own, { doctorId: NOBODY });
  await book(own, { patientId: doctor.id });
  await book(own, { startsAt: iso(-24) });
  await book(own, { doctorId: cautious.id });
  await book(own, { startsAt: new Date(Date.now() + 100 * DAY).toISOString() });
  await book(own, { startsAt: new Date(slot(30).getTime() + HOUR / 2).toISOString() });
  await book(own, { doctorId: remote.id, startsAt: iso(30), visitType: 'in_person' });
  await signIn(doctor);
  await book(own, { patientId: NOBODY, startsAt: iso(30) });
  const { id: patientId } = await make.person();
  const repeat = { frequency: 'weekly', count: 3 };
  await book(own, { patientId, startsAt: iso(40), repeat: { frequency: 'weekly', until: '2020-01-01' } });
  await book(own, { patientId, startsAt: iso(40), repeat: { frequency: 'weekly', until: '2999-01-01' } });
  expect((await book(own, { patientId, startsAt: iso(40), repeat })).status()).toBe(201);
  await book(own, { patientId, startsAt: iso(40), repeat });
  for (const way of ['forward', 'back'] as const) {
    const before = nextClockChange(doctor.zone, way).local.subtract({ weeks: 1 }).toZonedDateTime(doctor.zone);
    await book(own, { patientId, startsAt: before.toInstant().toString(), repeat });
  }
  const unproven = await anotherBrowser();
  await signIn(await make.person({ emailConfirmed: false }), unproven);
  await book(unproven.request, { startsAt: iso(31) });
  expectAllSeen();
});

for (const change of ['confirm', 'decline']) {
  const name = `POST /api/appointments/{id}/${change}`;
  test(name, async ({ document, make, signIn, request, context, anotherBrowser }) => {
    const { call, expectAllSeen } = operationCheck(document, name);
    const doctor = await make.person({ role: 'DOCTOR' });
    const { id, patient } = await make.appointment({ doctor, status: 'PENDING', startsIn: 300 });
    const late = await make.appointment({ doctor, status: 'PENDING', startsIn: -10 });
    const data = { revision: 1 };
    await call({ request, id, data });
    await signIn(doctor);
    const own = context.request;
    await call({ request: own, id, data, headers: FOREIGN });
    await call({ request: own, id, data: {} });
    await call({ request: own, id: NOBODY, data });
    await call({ request: own, id: late.id, data });
    const theirs = await anotherBrowser();
    await signIn(patient, theirs);
    await call({ request: theirs.request, id, data });
    await call({ request: own, id, data: { ...data, note: 'In words' } });
    await call({ request: own, id, data });
    expectAllSeen();
  });
}

test('POST /api/appointments/{id}/cancel', async ({ document, make, signIn, request, context }) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments/{id}/cancel');
  const { id, patient } = await make.appointment();
  const data = { revision: 1 };
  await call({ request, id, data });
  await signIn(patient);
  const own = context.request;
  await call({ request: own, id, data, headers: FOREIGN });
  await call({ request: own, id, data: { revision: 'one' } });
  await call({ request: own, id: NOBODY, data });
  await call({ request: own, id, data });
  await call({ request: own, id, data });
  expectAllSeen();
});

test('POST /api/appointments/{id}/reschedule', async ({
  document,
  make,
  signIn,
  request,
  context,
  prisma,
  anotherBrowser,
}) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments/{id}/reschedule');
  const day = { startMinute: 0, endMinute: 1440, visitTypes: ['VIDEO' as const] };
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...day, weekday }));
  const doctor = await make.person({ role: 'DOCTOR', noticeMinutes: 120, hours });
  const { id, patient } = await make.appointment({ doctor, startsAt: slot(30), length: 50 });
  const inPerson = await make.appointment({ doctor, patient, startsAt: slot(40), visitType: 'IN_PERSON' });
  const late = await make.appointment({ doctor, patient, startsIn: -10 });
  const taken = await make.appointment({ doctor, startsAt: slot(32), length: 50 });
  /** The second of a series a week before a change of clocks is moved onto it with the first, and onto another visit. */
  async function moveSeries() {
    const other = await make.person();
    const doctors = await anotherBrowser();
    await signIn(doctor, doctors);
    for (const way of ['forward', 'back'] as const) {
      const change = nextClockChange(doctor.zone, way).local;
      const noon = change.with({ hour: 12, minute: 0 });
      const [first, second] = [noon.subtract({ weeks: 1 }), noon].map(
        (local) => new Date(local.toZonedDateTime(doctor.zone).epochMilliseconds),
      );
      const visits = [];
      const seriesId = await make.series(doctor);
      for (const startsAt of [first, second]) {
        visits.push(await make.appointment({ doctor, patient: other, startsAt, seriesId }));
      }
      const startsAt = change.subtract({ weeks: 1 }).toZonedDateTime(doctor.zone).toInstant().toString();
      const data = { revision: 1, startsAt, scope: 'all' };
      await call({ request: doctors.request, id: visits[0]?.id, data });
      if (!first || way === 'back') continue;
      await make.appointment({ doctor, startsAt: new Date(first.getTime() + 2 * HOUR) });
      const taken = { ...data, startsAt: new Date(first.getTime() + 2 * HOUR).toISOString() };
      await call({ request: doctors.request, id: visits[0]?.id, data: taken });
    }
  }
  const move = (by: APIRequestContext, startsAt: Date, more: object = {}) =>
    call({ request: by, id, data: { revision: 1, startsAt: startsAt.toISOString() }, ...more });
  await move(request, slot(34));
  await signIn(patient);
  const own = context.request;
  await move(own, slot(34), { headers: FOREIGN });
  await move(own, slot(34), { data: { revision: 1 } });
  await move(own, slot(34), { id: NOBODY });
  await move(own, slot(34), { id: late.id });
  await move(own, taken.startsAt);
  await move(own, slot(-2));
  await move(own, slot(0));
  await move(own, new Date(Date.now() + 100 * DAY));
  await move(own, new Date(slot(36).getTime() + HOUR / 2));
  await move(own, slot(44), { id: inPerson.id });
  expect((await (await move(own, slot(34))).json()).proposedStartsAt).toBe(iso(34));
  await move(own, slot(35));
  await moveSeries();
  await prisma.person.update({ where: { id: doctor.id }, data: { disabledAt: new Date() } });
  await move(own, slot(35), { id: inPerson.id });
  expectAllSeen();
});

test('POST /api/appointments/{id}/hand-over', async ({ document, make, signIn, request, context, anotherBrowser }) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments/{id}/hand-over');
  const [doctor, next] = [await make.person({ role: 'DOCTOR' }), await make.person({ role: 'DOCTOR' })];
  const { id } = await make.appointment({ doctor, startsAt: slot(30), length: 50 });
  const over = await make.appointment({ doctor, startsIn: -60 });
  const taken = await make.appointment({ doctor, startsAt: slot(40) });
  await make.appointment({ doctor: next, startsAt: slot(40) });
  const data = { revision: 1, doctorId: next.id };
  await call({ request, id, data });
  const theirs = await anotherBrowser();
  await signIn(doctor, theirs);
  await call({ request: theirs.request, id, data });
  await signIn(await make.person({ role: 'ADMIN' }));
  const own = context.request;
  await call({ request: own, id, data, headers: FOREIGN });
  await call({ request: own, id, data: { revision: 1 } });
  await call({ request: own, id: NOBODY, data });
  await call({ request: own, id, data: { ...data, doctorId: NOBODY } });
  await call({ request: own, id, data: { ...data, doctorId: doctor.id } });
  await call({ request: own, id: over.id, data });
  const refused = await call({ request: own, id: taken.id, data });
  expect((await refused.json()).conflicts).toEqual([taken.startsAt.toISOString()]);
  await call({ request: own, id, data });
  await call({ request: own, id, data });
  expectAllSeen();
});

test('POST /api/appointments/{id}/proposal', async ({
  document,
  make,
  signIn,
  request,
  context,
  prisma,
  anotherBrowser,
}) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments/{id}/proposal');
  const doctor = await make.person({ role: 'DOCTOR' });
  const { id, patient } = await make.appointment({ doctor, startsAt: slot(30), length: 50 });
  const late = await make.appointment({ doctor, startsIn: -10 });
  for (const [subject, hours] of [
    [id, 40],
    [late.id, 50],
  ] as const) {
    const [proposedStartsAt, proposedEndsAt] = [slot(hours), new Date(slot(hours).getTime() + HOUR / 2)];
    await prisma.appointment.update({ where: { id: subject }, data: { proposedStartsAt, proposedEndsAt } });
  }
  const data = { revision: 1, accept: true };
  await call({ request, id, data });
  const theirs = await anotherBrowser();
  await signIn(patient, theirs);
  await call({ request: theirs.request, id, data });
  await signIn(doctor);
  const own = context.request;
  await call({ request: own, id, data, headers: FOREIGN });
  await call({ request: own, id, data: { revision: 1 } });
  await call({ request: own, id: NOBODY, data });
  await call({ request: own, id: late.id, data });
  await call({ request: own, id, data });
  await call({ request: own, id, data });
  expectAllSeen();
});

test('POST /api/appointments/{id}/video-token', async ({ document, make, signIn, request, context }) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments/{id}/video-token');
  const patient = await make.person();
  const { id } = await make.appointment({ patient });
  await call({ request, id });
  await signIn(patient);
  const own = context.request;
  await call({ request: own, id, headers: FOREIGN });
  await call({ request: own, id });
  await call({ request: own, id, data: { rejoin: true } });
  await call({ request: own, id: NOBODY });
  const others = [
    { visitType: 'IN_PERSON' },
    { status: 'PENDING' },
    { status: 'CANCELED' },
    { status: 'DECLINED' },
    { status: 'COMPLETED' },
    { startsIn: 24 * 60 },
    { startsIn: -24 * 60 },
  ] as const;
  for (const [index, state] of others.entries()) {
    const other = await make.appointment({ patient, startsIn: 60 * (index + 1), ...state });
    await call({ request: own, id: other.id });
  }
  await Promise.all(Array.from({ length: 60 }, () => call({ request: own, id: NOBODY })));
  // call-sfu.solo.spec.ts takes the SFU away.
  expectAllSeen('503 call_unavailable');
});
