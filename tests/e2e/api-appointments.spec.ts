import type { APIResponse } from '@playwright/test';
import { appointmentJson } from '@/lib/appointments/schema/json';
import { expect, test } from './support/fixtures';
import { expectProblem } from './support/problems';

const MINUTE = 60_000;
const at = (instant: Date, minutes = 0) => new Date(instant.getTime() + minutes * MINUTE).toISOString();

test('answers one appointment in the shape of the contract', async ({ make, signIn, anotherBrowser, stack }) => {
  const { id, doctor, patient, startsAt, endsAt } = await make.appointment({ reason: 'Short breath', startsIn: 10 });
  for (const person of [patient, doctor]) {
    const context = await anotherBrowser();
    await signIn(person, context);
    const answer = await context.request.get(`/api/appointments/${id}`);
    expect(answer.headers()).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(await answer.json()).toEqual({
      id,
      roomName: `room_${id}`,
      callUrl: `${stack.baseUrl}/appointments/${id}/call`,
      startsAt: at(startsAt),
      endsAt: at(endsAt),
      status: 'confirmed',
      visitType: 'video',
      doctor: { id: doctor.id, name: doctor.name },
      patient: { id: patient.id, name: patient.name },
      reason: 'Short breath',
      revision: 1,
      seriesId: null,
      proposedStartsAt: null,
      canJoin: true,
      opensAt: at(startsAt, -30),
      closesAt: at(startsAt, 120),
    });
  }
});

test('lists only the own appointments, by start, a page at a time', async ({ make, signIn, context }) => {
  const patient = await make.person();
  const doctor = await make.person({ role: 'DOCTOR' });
  const mine = [];
  for (const startsIn of [300, -300, 100]) mine.push(await make.appointment({ patient, doctor, startsIn }));
  await make.appointment({ doctor, startsIn: 200 });
  await signIn(patient);
  const [late, past, soon] = mine.map(({ id }) => id);

  const whole = await (await context.request.get('/api/appointments')).json();
  expect(Object.keys(whole).sort()).toEqual(['items', 'nextCursor']);
  expect(whole.items.map((item: { id: string }) => item.id)).toEqual([past, soon, late]);
  expect(whole.nextCursor).toBeNull();
  for (const item of whole.items) expect(appointmentJson.parse(item)).toEqual(item);

  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: APIResponse = await context.request.get('/api/appointments', {
      params: { limit: 1, ...(cursor && { cursor }) },
    });
    const body: { items: { id: string }[]; nextCursor: string | null } = await page.json();
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual([past, soon, late]);
});

test('narrows the list by time and status', async ({ make, signIn, context }) => {
  const patient = await make.person();
  const soon = await make.appointment({ patient, startsIn: 100 });
  const pending = await make.appointment({ patient, startsIn: 200, status: 'PENDING' });
  const canceled = await make.appointment({ patient, startsIn: 300, status: 'CANCELED' });
  await signIn(patient);
  const ids = async (params: Record<string, string>) => {
    const answer = await context.request.get('/api/appointments', { params });
    return (await answer.json()).items.map((item: { id: string }) => item.id);
  };
  expect(await ids({ from: at(pending.startsAt) })).toEqual([pending.id, canceled.id]);
  expect(await ids({ to: at(pending.startsAt) })).toEqual([soon.id]);
  expect(await ids({ from: '2020-01-01T00:00:00+02:00', to: '2020-02-01T00:00:00Z' })).toEqual([]);
  expect(await ids({ status: 'pending' })).toEqual([pending.id]);
  expect(await ids({ status: 'confirmed,canceled' })).toEqual([soon.id, canceled.id]);
});

const BAD = {
  from: 'yesterday',
  to: '2026-02-30',
  status: 'open',
  limit: '0',
  cursor: 'x'.repeat(201),
};
for (const [name, value] of Object.entries(BAD)) {
  test(`says what is wrong with ${name}`, async ({ make, signIn, context }) => {
    await signIn(await make.person());
    const answer = await context.request.get('/api/appointments', { params: { [name]: value } });
    await expectProblem(answer, 400, 'invalid_request', {
      detail: expect.stringMatching(new RegExp(`^${name}\\b.*: .+`)),
    });
  });
}

test('refuses a cursor that is not ours', async ({ make, signIn, context }) => {
  const { patient } = await make.appointment();
  await signIn(patient);
  const answer = await context.request.get('/api/appointments', { params: { cursor: 'made-up' } });
  await expectProblem(answer, 400, 'invalid_request', { detail: expect.stringContaining('cursor') });
});

test('cancels for a party, once, and ends the call', async ({ make, signIn, anotherBrowser, context, prisma }) => {
  const { id, doctor, patient } = await make.appointment();
  await signIn(patient);
  const path = `/api/appointments/${id}/cancel`;
  for (const data of ['', 'no json', '{}', '{"revision":0}', '{"revision":"1"}']) {
    const answer = await context.request.post(path, { data, headers: { 'content-type': 'application/json' } });
    await expectProblem(answer, 400, 'invalid_request', { detail: expect.stringMatching(/^(revision|body): /) });
  }
  const stale = await context.request.post(path, { data: { revision: 7 } });
  await expectProblem(stale, 409, 'appointment_changed', { current: { status: 'confirmed', revision: 1 } });

  const done = await context.request.post(path, { data: { revision: 1 } });
  expect(done.status()).toBe(200);
  expect(await done.json()).toMatchObject({ id, status: 'canceled', revision: 2, canJoin: false });

  const other = await anotherBrowser();
  await signIn(doctor, other);
  const again = await other.request.post(path, { data: { revision: 2 } });
  await expectProblem(again, 409, 'appointment_changed', { current: { status: 'canceled', revision: 2 } });
  const token = await other.request.post(`/api/appointments/${id}/video-token`);
  await expectProblem(token, 409, 'appointment_canceled');

  const [entry] = await prisma.auditEntry.findMany({ where: { subjectId: id } });
  expect(entry).toMatchObject({ action: 'appointment_canceled', actorId: patient.id });
});

test('has an answer for addresses that it does not know', async ({ request }) => {
  for (const path of ['/api/nothing', '/api/appointments/x/y/z', '/api/health', '/api/health/dead']) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      await expectProblem(await request.fetch(path, { method }), 404, 'not_found');
    }
  }
});

test('says how it is', async ({ request }) => {
  const live = await request.get('/api/health/live');
  expect([live.status(), await live.json()]).toEqual([200, { status: 'ok' }]);
  const ready = await request.get('/api/health/ready');
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toEqual({ status: 'ok', database: 'up', livekit: 'up', warnings: [] });
});
