import { sessionHeader } from '@/tests/support/session-cookie';
import { cookiesOf } from './support/cookies';
import { expect, test } from './support/fixtures';
import { startSecondInstance } from './support/second-instance';

// What an open page has of its session: the stream of events, and that it does not keep it in use by itself.

const SECOND = 1_000;

test('one person has so many streams at once, and no more', async ({ make, signIn, context, baseURL }) => {
  await signIn(await make.person());
  const cookie = await cookiesOf(context);
  const stop = new AbortController();
  const open = () => fetch(`${baseURL}/api/events`, { headers: { cookie }, signal: stop.signal });
  // Those who only ask for the head, or go before the answer, take no place.
  for (let i = 0; i < 10; i++) {
    expect((await context.request.head('/api/events')).status()).toBe(200);
    await fetch(`${baseURL}/api/events`, { headers: { cookie }, signal: AbortSignal.timeout(1) }).catch(() => null);
  }
  for (let i = 0; i < 20; i++) await expect.poll(async () => (await open()).status).toBe(200);
  const refused = await open();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('60');
  stop.abort();
  await expect
    .poll(async () => (await context.request.get('/api/events', { timeout: 500 }).catch(() => null))?.status() ?? 200)
    .toBe(200);
});

test('one address has so many streams at once, whoever they are, and no more', async ({ stack }) => {
  const instance = await startSecondInstance(stack, { MAX_STREAMS_PER_ADDRESS: '3', TRUSTED_PROXIES: '1' });
  const stop = new AbortController();
  try {
    const { baseUrl, env, make } = instance;
    const [one, other] = [await make.person(), await make.person()];
    const open = async (person: { id: string }, address: string) =>
      fetch(`${baseUrl}/api/events`, {
        headers: { cookie: await sessionHeader(person, baseUrl, env), 'x-forwarded-for': address },
        signal: stop.signal,
      });
    for (const person of [one, other, one]) expect((await open(person, '192.0.2.1')).status).toBe(200);
    for (const person of [one, other]) {
      const refused = await open(person, '192.0.2.1');
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('60');
    }
    // It takes nothing from the person: elsewhere there is room.
    expect((await open(other, '192.0.2.2')).status).toBe(200);
  } finally {
    stop.abort();
    await instance.stop();
  }
});

test('what a page asks by itself is no use of its session; whoever presses or types something is there', async ({
  make,
  signIn,
  page,
  anotherBrowser,
  prisma,
}) => {
  const appointment = await make.appointment({ status: 'PENDING', startsIn: 600 });
  const theirs = await anotherBrowser();
  await Promise.all([signIn(appointment.patient), signIn(appointment.doctor, theirs)]);
  await page.clock.install();
  await page.goto('/schedule');
  await expect(page.getByText('Confirmed', { exact: true })).toHaveCount(0);
  const where = { personId: appointment.patient.id, endedAt: null };
  const longAgo = new Date(Date.now() - 3_600 * SECOND);
  await prisma.session.updateMany({ where, data: { usedAt: longAgo } });
  const used = async () => (await prisma.session.findFirst({ where }))?.usedAt;
  const stream = page.waitForRequest('**/api/events');
  await page.reload();
  await stream;
  expect(await used()).not.toEqual(longAgo);
  await prisma.session.updateMany({ where, data: { usedAt: longAgo } });
  const confirmed = await theirs.request.post(`/api/appointments/${appointment.id}/confirm`, { data: { revision: 1 } });
  expect(confirmed.ok()).toBe(true);
  await expect(page.getByText('Confirmed', { exact: true }).first()).toBeVisible();
  expect(await used()).toEqual(longAgo);
  await page.keyboard.press('Tab');
  await page.clock.fastForward(5 * 60 * SECOND);
  expect(await used()).toEqual(longAgo);
  await page.keyboard.press('Tab');
  await expect.poll(used).not.toEqual(longAgo);
});
