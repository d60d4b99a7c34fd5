import type { BrowserContext } from '@playwright/test';
import { callPath, expect, join, test } from './support/call-page';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** The clock of a device that is set wrong; its monotonic clock and its timers go on as ever. */
const skewClock = (context: BrowserContext, by: number) =>
  context.addInitScript((by) => {
    globalThis.Date = new Proxy(Date, {
      construct: (Real, args, target) => Reflect.construct(Real, args.length > 0 ? args : [Real.now() + by], target),
      apply: (Real) => new Real(Real.now() + by).toString(),
      get: (Real, key) => (key === 'now' ? () => Real.now() + by : Reflect.get(Real, key)),
    });
  }, by);

for (const [device, skew] of [
  ['two hours ahead', 2 * HOUR],
  ['two hours behind', -2 * HOUR],
] as const) {
  test(`a call page opens by itself when the minute comes, on a device ${device}`, async ({ make, caller }) => {
    const opensAt = Date.now() + 8 * SECOND;
    const appointment = await make.appointment({ startsAt: new Date(opensAt + 30 * MINUTE) });
    const page = await caller(appointment.patient);
    await skewClock(page.context(), skew);
    await page.goto(callPath(appointment));
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now() - skew)).toBeLessThan(MINUTE);
    await expect(page.getByRole('heading', { name: 'Your call is not open yet' })).toBeVisible();
    await page.evaluate(() => document.body.setAttribute('data-same-document', ''));

    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled({ timeout: 20_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(opensAt);
    expect(Date.now()).toBeLessThan(opensAt + 3 * SECOND);
    await expect(page.locator('body[data-same-document]')).toBeVisible();
    await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible();
  });
}

test('a call page turns when the request is confirmed', async ({ make, caller }) => {
  const appointment = await make.appointment({ status: 'PENDING', startsAt: new Date(Date.now() + 10 * MINUTE) });
  const { id, revision } = appointment;
  const [page, doctor] = [await caller(appointment.patient), await caller(appointment.doctor)];
  await page.goto(callPath(appointment));
  await expect(page.locator('[data-call-closed="appointment_not_confirmed"]')).toBeVisible();
  await page.evaluate(() => document.body.setAttribute('data-same-document', ''));
  const confirmed = await doctor.request.post(`/api/appointments/${id}/confirm`, { data: { revision } });
  expect(confirmed.status(), await confirmed.text()).toBe(200);
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  await expect(page.locator('body[data-same-document]')).toBeVisible();
});

test('whoever is in a call uses their session, so that nobody is signed out for having talked long', async ({
  make,
  caller,
  prisma,
}) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await page.addInitScript(() => {
    const { setInterval: every } = window;
    const short = (act: TimerHandler, wait?: number) => every(act, wait === 4 * 60_000 ? 500 : wait);
    Object.assign(window, { setInterval: short });
  });
  await page.goto(callPath(appointment));
  await join(page);
  const where = { personId: appointment.patient.id };
  const longAgo = new Date(Date.now() - HOUR);
  await prisma.session.updateMany({ where, data: { usedAt: longAgo } });
  await expect
    .poll(async () => (await prisma.session.findFirst({ where }))?.usedAt.getTime())
    .toBeGreaterThan(+longAgo);
});
