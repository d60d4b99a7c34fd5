import type { APIRequestContext } from '@playwright/test';
import { claimsOf } from '@/tests/support/tokens';
import { expect, test } from './support/fixtures';
import { expectProblem, FOREIGN } from './support/problems';

const MINUTE = 60_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

const ask = (request: APIRequestContext, id: string, headers: Record<string, string> = {}) =>
  request.post(`/api/appointments/${id}/video-token`, { headers });

test('opens the room to both parties of an open call', async ({ make, signIn, anotherBrowser, stack }) => {
  const { id, doctor, patient, startsAt } = await make.appointment({ startsIn: 5 });
  for (const person of [patient, doctor]) {
    const context = await anotherBrowser();
    await signIn(person, context);
    const before = Date.now();
    const answer = await ask(context.request, id);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    const ticket = await answer.json();
    expect(ticket).toEqual({
      serverUrl: stack.env.LIVEKIT_URL,
      token: expect.any(String),
      roomName: `room_${id}`,
      identity: person.id,
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
    const expiresAt = Date.parse(ticket.expiresAt);
    expect(expiresAt).toBeGreaterThan(before);
    expect(expiresAt).toBeLessThanOrEqual(startsAt.getTime() + 120 * MINUTE);
    const claims = claimsOf(ticket.token);
    expect(claims).toMatchObject({ sub: person.id, name: person.name, iss: stack.env.LIVEKIT_API_KEY });
    expect(claims.video).toMatchObject({ room: `room_${id}`, roomJoin: true, roomAdmin: false, roomCreate: false });
    expect(Number(claims.exp) * 1000).toBeLessThanOrEqual(expiresAt);
  }
});

test('does not exist for anyone but its parties', async ({ make, signIn, anotherBrowser, request }) => {
  const { id, doctor } = await make.appointment();
  const other = await make.appointment({ doctor, startsIn: 60 });
  const strangers = [
    await make.person(),
    other.patient,
    await make.person({ role: 'DOCTOR' }),
    await make.person({ role: 'ADMIN' }),
  ];
  for (const person of strangers) {
    const context = await anotherBrowser();
    await signIn(person, context);
    await expectProblem(await ask(context.request, id), 404, 'appointment_not_found');
    const one = await context.request.get(`/api/appointments/${id}`);
    await expectProblem(one, 404, 'appointment_not_found');
    // The front desk cancels for others, but neither reads their visits here nor enters their calls.
    if (person.role === 'ADMIN') continue;
    const cancel = await context.request.post(`/api/appointments/${id}/cancel`, { data: { revision: 1 } });
    await expectProblem(cancel, 404, 'appointment_not_found');
  }
  await expectProblem(await ask(request, id), 401, 'signed_out');
});

for (const id of [NOBODY, 'room_1', '1', 'x'.repeat(300), '%00', "' OR 1=1 --", '..%2f..%2fadmin']) {
  test(`answers 404 to the id ${id.slice(0, 20)}`, async ({ make, signIn, context }) => {
    await signIn(await make.person());
    await expectProblem(await ask(context.request, encodeURI(id)), 404, 'appointment_not_found');
    const one = await context.request.get(`/api/appointments/${encodeURI(id)}`);
    await expectProblem(one, 404, 'appointment_not_found');
  });
}

const REFUSED = [
  { status: 'PENDING', code: 'appointment_not_confirmed' },
  { status: 'CANCELED', code: 'appointment_canceled' },
  { status: 'DECLINED', code: 'appointment_declined' },
  { status: 'EXPIRED', code: 'appointment_declined' },
  { status: 'COMPLETED', code: 'appointment_over' },
  { status: 'NO_SHOW', code: 'appointment_over' },
] as const;

for (const { status, code } of REFUSED) {
  test(`refuses ${status} with ${code}, whatever the clock says`, async ({ make, signIn, context }) => {
    const patient = await make.person();
    await signIn(patient);
    for (const startsIn of [-600, 5, 600]) {
      const { id } = await make.appointment({ patient, status, startsIn });
      await expectProblem(await ask(context.request, id), 409, code);
    }
  });

  test(`says of ${status} in person that it is no video visit`, async ({ make, signIn, context }) => {
    const { id, patient } = await make.appointment({ status, visitType: 'IN_PERSON' });
    await signIn(patient);
    await expectProblem(await ask(context.request, id), 409, 'not_a_video_visit');
  });
}

test('says when it opens and when it closed', async ({ make, signIn, context }) => {
  const patient = await make.person();
  await signIn(patient);
  const early = await make.appointment({ patient, startsIn: 31 });
  const opensAt = new Date(early.startsAt.getTime() - 30 * MINUTE).toISOString();
  await expectProblem(await ask(context.request, early.id), 403, 'too_early', { opensAt });
  const late = await make.appointment({ patient, startsIn: -121 });
  const closedAt = new Date(late.startsAt.getTime() + 120 * MINUTE).toISOString();
  await expectProblem(await ask(context.request, late.id), 403, 'too_late', { closedAt });
  const long = await make.appointment({ startsIn: -200, length: 260, patient: await make.person() });
  await signIn(long.patient);
  expect((await ask(context.request, long.id)).status()).toBe(200);
});

test('refuses in the order of the contract', async ({ make, signIn, context, request }) => {
  const person = await make.person();
  const canceled = await make.appointment({ status: 'CANCELED' });
  await expectProblem(await ask(request, canceled.id, FOREIGN), 401, 'signed_out');

  await signIn(person);
  await expectProblem(await ask(context.request, NOBODY, FOREIGN), 403, 'foreign_origin');
  // Not this person's, and canceled: 404 comes first, so that nothing is learned of it.
  await expectProblem(await ask(context.request, canceled.id), 404, 'appointment_not_found');

  const answers = await Promise.all(Array.from({ length: 60 }, () => ask(context.request, NOBODY)));
  const codes = new Set(answers.map((answer) => answer.status()));
  expect([...codes].sort()).toEqual([404, 429]);
  const limited = await ask(context.request, canceled.id);
  expect(Number(limited.headers()['retry-after'])).toBeGreaterThan(0);
  expect(Number(limited.headers()['retry-after'])).toBeLessThanOrEqual(60);
  await expectProblem(limited, 429, 'too_many_requests');
  await expectProblem(await ask(context.request, NOBODY, FOREIGN), 403, 'foreign_origin');
});

test('takes an optional body and no other method', async ({ make, signIn, context }) => {
  const { id, patient } = await make.appointment();
  await signIn(patient);
  const path = `/api/appointments/${id}/video-token`;
  const post = (data: string) => context.request.post(path, { data, headers: { 'content-type': 'application/json' } });
  for (const data of ['{"rejoin":true}', '{}']) expect((await post(data)).status(), data).toBe(200);
  // What is not understood is no less than it says: a stay without its name would be asked nothing about other calls.
  for (const data of ['no json', '[]', '{"call":"of nobody","begin":true}'])
    await expectProblem(await post(data), 400, 'invalid_request', { detail: expect.any(String) });
  expect((await context.request.get(path)).status()).toBe(405);
});

test('gives a disabled person no token, at once', async ({ make, signIn, context, prisma }) => {
  const { id, patient } = await make.appointment();
  await signIn(patient);
  expect((await ask(context.request, id)).status()).toBe(200);
  await prisma.person.update({ where: { id: patient.id }, data: { disabledAt: new Date() } });
  await expectProblem(await ask(context.request, id), 401, 'signed_out');
});
