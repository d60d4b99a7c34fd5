import { randomUUID } from 'node:crypto';
import { NOBODY, operationCheck, slot, test } from './support/api-document';
import { expect, signInBy } from './support/fixtures';
import { FOREIGN } from './support/problems';
import { HOUR } from './support/times';

// The API's document against its answers, for what is done with a visit that there is.

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

/** Appointments without an open call, one for each refusal. */
const CLOSED = [
  { visitType: 'IN_PERSON' },
  { status: 'PENDING' },
  { status: 'CANCELED' },
  { status: 'DECLINED' },
  { status: 'COMPLETED' },
  { startsIn: 24 * 60 },
  { startsIn: -24 * 60 },
] as const;

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
  await call({ request: own, id, data: { call: 'of nobody', begin: true } });
  const [laptop, phone] = [randomUUID(), randomUUID()];
  const { token, serverUrl } = await (await call({ request: own, id, data: { call: laptop, begin: true } })).json();
  await call({ request: own, id, data: { call: phone, rejoin: true } });
  const socket = new WebSocket(`${serverUrl}/rtc?${new URLSearchParams({ access_token: token, protocol: '15' })}`);
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  const meanwhile = await make.appointment({ patient, startsIn: -60 });
  await call({ request: own, id: meanwhile.id, data: { call: phone } });
  socket.close();
  await call({ request: own, id: NOBODY });
  for (const [index, state] of CLOSED.entries()) {
    const other = await make.appointment({ patient, startsIn: 60 * (index + 1), ...state });
    await call({ request: own, id: other.id });
  }
  await Promise.all(Array.from({ length: 60 }, () => call({ request: own, id: NOBODY })));
  // call-sfu.solo.spec.ts takes the SFU away.
  expectAllSeen('503 call_unavailable');
});

test('GET /api/appointments/{id}/participants', async ({
  document,
  make,
  signIn,
  request,
  context,
  anotherBrowser,
}) => {
  const { call, expectAllSeen } = operationCheck(document, 'GET /api/appointments/{id}/participants');
  const { id, patient, doctor } = await make.appointment();
  await call({ request, id });
  const { request: hers } = await anotherBrowser();
  await signIn(patient);
  await signInBy(hers, doctor);
  const { token, serverUrl } = await (await hers.post(`/api/appointments/${id}/video-token`)).json();
  const own = context.request;
  const said = async () => (await call({ request: own, id })).json();
  expect(await said()).toEqual({ people: [], here: false });
  const socket = new WebSocket(`${serverUrl}/rtc?${new URLSearchParams({ access_token: token, protocol: '15' })}`);
  await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  const people = [{ id: doctor.id, name: doctor.name, role: 'doctor' }];
  await expect.poll(said).toEqual({ people, here: false });
  expect(await (await call({ request: hers, id })).json()).toEqual({ people: [], here: true });
  socket.close();
  await call({ request: own, id: NOBODY });
  for (const [index, state] of CLOSED.entries()) {
    const other = await make.appointment({ patient, startsIn: 60 * (index + 1), ...state });
    await call({ request: own, id: other.id });
  }
  await Promise.all(Array.from({ length: 60 }, () => call({ request: own, id: NOBODY })));
  // call-sfu.solo.spec.ts takes the SFU away.
  expectAllSeen('503 call_unavailable');
});
