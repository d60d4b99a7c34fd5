import { changedJson } from '@/lib/appointments/schema/json';
import { expect, test } from './support/fixtures';
import { expectProblem } from './support/problems';

const WEEK = 7 * 86_400_000;
/** Its clocks never change, so that every week is as long. */
const STEADY = 'Asia/Kathmandu';

test('a series is booked, answered, moved and canceled', async ({ make, signIn, context, anotherBrowser }) => {
  const [doctor, patient] = [await make.person({ role: 'DOCTOR', zone: STEADY }), await make.person()];
  // On the hour in Kathmandu, which is 5:45 ahead.
  const first = Math.floor(Date.now() / 86_400_000 + 9) * 86_400_000 + 15 * 60_000;
  const at = (weeks: number, more = 0) => new Date(first + weeks * WEEK + more).toISOString();
  const taken = await make.appointment({ doctor, startsAt: new Date(at(2)) });
  const body = { doctorId: doctor.id, startsAt: at(0), visitType: 'video', reason: 'Back pain' };
  const repeat = { frequency: 'weekly', count: 4 };
  await signIn(patient);
  const post = (path: string, data: object) => context.request.post(`/api/appointments${path}`, { data });

  for (const wrong of [
    { frequency: 'daily', count: 2 },
    { frequency: 'weekly' },
    { ...repeat, until: '2030-01-01' },
    { ...repeat, count: 53 },
  ]) {
    await expectProblem(await post('', { ...body, repeat: wrong }), 400, 'invalid_request', {
      detail: expect.stringContaining('repeat'),
    });
  }
  await expectProblem(await post('', { ...body, repeat }), 409, 'series_collision', { conflicts: [at(2)] });
  expect((await (await context.request.get('/api/appointments')).json()).items).toEqual([]);

  const booked = await post('', { ...body, repeat: { ...repeat, except: [at(2)] } });
  expect(booked.status()).toBe(201);
  const visit = changedJson.parse(await booked.json());
  expect(visit).toMatchObject({ startsAt: at(0), status: 'pending', seriesId: visit.series?.id });
  expect(visit.series?.appointments.map(({ startsAt }) => startsAt)).toEqual([at(0), at(1), at(3)]);

  const other = await anotherBrowser();
  await signIn(doctor, other);
  const answer = async (path: string, data: object) => {
    const response = await other.request.post(`/api/appointments/${path}`, { data });
    expect(response.status()).toBe(200);
    return changedJson.parse(await response.json());
  };
  const confirmed = await answer(`${visit.id}/confirm`, { revision: 1, scope: 'all' });
  expect(confirmed.series?.appointments.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  const last = confirmed.series?.appointments[2];
  const moved = await answer(`${last?.id}/reschedule`, { revision: 2, startsAt: at(3, 3_600_000), scope: 'all' });
  expect(moved.series?.appointments.map(({ startsAt }) => startsAt)).toEqual([
    at(0, 3_600_000),
    at(1, 3_600_000),
    at(3, 3_600_000),
  ]);
  await expectProblem(await post(`/${visit.id}/cancel`, { revision: 2, scope: 'all' }), 409, 'appointment_changed', {
    current: { status: 'confirmed', revision: 3 },
  });
  const second = visit.series?.appointments[1];
  const canceled = await post(`/${second?.id}/cancel`, { revision: 3, scope: 'following' });
  expect(changedJson.parse(await canceled.json()).series?.appointments.map(({ id }) => id)).toEqual([
    second?.id,
    last?.id,
  ]);
  const one = await (await context.request.get(`/api/appointments/${visit.id}`)).json();
  expect(one).toMatchObject({ status: 'confirmed', revision: 3 });
  expect(one).not.toHaveProperty('series');
  expect(taken.revision).toBe(1);
});
