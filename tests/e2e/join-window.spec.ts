import { expect, test } from './support/fixtures';
import { clockIn, HOUR, MINUTE, noonZone, shiftClock } from './support/times';

/** Long enough for pages to be there before it, short enough to wait for. Milliseconds. */
const SOON = 9_000;

test('the button comes and goes by itself, also on a device whose clock is wrong', async ({
  make,
  signIn,
  anotherBrowser,
}) => {
  const zone = noonZone();
  const patient = await make.person({ zone });
  const doctor = await make.person({ role: 'DOCTOR', zone });
  const pages = [];
  for (const [person, shift] of [
    [patient, 0],
    [patient, 2 * HOUR],
    [patient, -2 * HOUR],
    [doctor, 2 * HOUR],
    [doctor, -2 * HOUR],
  ] as const) {
    const context = await anotherBrowser();
    await shiftClock(context, shift);
    await signIn(person, context);
    const path = person === doctor ? '/' : '/schedule';
    pages.push({ page: await context.newPage(), path, button: person === doctor ? 'Video Call' : 'Join Video Call' });
  }
  const minute = Date.now() + SOON;
  const opening = await make.appointment({ patient, doctor, startsAt: new Date(minute + 30 * MINUTE) });
  const closing = await make.appointment({ patient, doctor, startsAt: new Date(minute - 120 * MINUTE) });

  await Promise.all(
    pages.map(async ({ page, path, button }) => {
      await page.goto(path);
      const item = (startsAt: Date) => page.getByRole('article', { name: clockIn(zone, startsAt) });
      const [comes, goes] = [item(opening.startsAt), item(closing.startsAt)];
      await expect(comes.getByText(/^Opens (today )?at/)).toBeVisible();
      await expect(comes.getByRole('link', { name: button })).toHaveCount(0);
      await expect(goes.getByRole('link', { name: button })).toBeVisible();
      await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));

      await expect(comes.getByRole('link', { name: button })).toBeVisible({ timeout: SOON + 5_000 });
      expect(Date.now()).toBeGreaterThanOrEqual(minute - 1_000);
      await expect(goes.getByRole('link', { name: button })).toHaveCount(0);
      await expect(goes.getByText(/over/i)).toBeVisible();
      expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    }),
  );
});

test('on home the button comes by itself and leads into the call', async ({ make, signIn, page, context }) => {
  const patient = await make.person();
  await signIn(patient);
  await shiftClock(context, 2 * HOUR);
  const { id } = await make.appointment({ patient, startsAt: new Date(Date.now() + 30 * MINUTE + SOON) });
  await page.goto('/');
  await expect(page.getByText(/^Opens (today|tomorrow) at/)).toBeVisible();
  await page.getByRole('link', { name: 'Join Video Call' }).click({ timeout: SOON + 5_000 });
  await expect(page).toHaveURL(`/appointments/${id}/call?from=%2F`);
  await expect(page.getByRole('button', { name: 'Join' }).first()).toBeVisible();
});

test('while joining, the button says so and cannot be pressed again', async ({ make, signIn, page }) => {
  const { id, patient } = await make.appointment();
  await signIn(patient);
  await page.goto('/');
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  let requests = 0;
  await page.route(`**/appointments/${id}/call**`, async (route) => {
    requests++;
    await held;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Join Video Call' }).click();
  const joining = page.getByRole('link', { name: 'Joining…' });
  await expect(joining).toHaveAttribute('aria-disabled', 'true');
  const before = requests;
  await joining.click({ force: true });
  await expect(joining).toBeVisible();
  expect(requests).toBe(before);
  letGo();
  await expect(page).toHaveURL(`/appointments/${id}/call?from=%2F`);
});

test('while this browser is in the call, the button says so', async ({ make, signIn, page, context }) => {
  const { id, patient } = await make.appointment();
  await signIn(patient);
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Join Video Call' })).toBeVisible();
  const inCall = await context.newPage();
  await inCall.goto('/help');
  await inCall.evaluate(
    (name) => new Promise<void>((held) => void navigator.locks.request(name, () => new Promise(() => held()))),
    `anteroom-call-${id}`,
  );
  const button = page.getByRole('link', { name: 'You are in this call' });
  await expect(button).toHaveAttribute('aria-disabled', 'true', { timeout: 10_000 });
  await button.click({ force: true });
  await expect(page).toHaveURL('/');
  await inCall.close();
  await expect(page.getByRole('link', { name: 'Join Video Call' })).not.toHaveAttribute('aria-disabled', {
    timeout: 10_000,
  });
});
