import { feedToken } from '@/lib/notifications/feed-token';
import { HANDLERS } from './access/handlers';
import { iso, NOBODY, type Operation, operationCheck, slot, test, validatorOf } from './support/api-document';
import { expect } from './support/fixtures';

// The API's document against what the API answers: no status, code or field that it does not name, and each that it names is seen.
// Here the document itself and what is only read; what is written: api-document-booking.spec.ts, api-document-visits.spec.ts.

/** Handlers that are no part of the API: for the product's own pages, and for machines that have documents of their own. */
const INTERNAL = [
  '/api/[...path]/route',
  '/api/auth/[...nextauth]/route',
  '/api/events/route',
  '/api/health/live/route',
  '/api/health/ready/route',
  '/api/livekit/webhook/route',
  '/api/openapi.json/route',
  '/api/session/route',
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
