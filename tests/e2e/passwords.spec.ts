import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { linkToken } from '@/lib/accounts/links';
import { feedToken } from '@/lib/notifications/feed-token';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };
import { expect, test } from './support/fixtures';
import { keys } from './support/hands';
import { HOUR } from './support/times';

const GOOD = { en: 'dolphin umbrella cactus', es: 'tejado limón bicicleta' };

/** The one line that is read out when it changes. */
const line = (page: Page) => page.locator('p[aria-live=polite]');

for (const [locale, words] of [
  ['en', en],
  ['es', es],
] as const) {
  const faults = words.passwordFaults;

  test.describe(locale, () => {
    test.use({ locale, viewport: { width: 360, height: 740 } });
    // A dozen passwords, each with its pause.
    test.describe.configure({ timeout: 120_000 });

    /** Types passwords one after the other: the line says what it is to say, is read with the field, and moves nothing. */
    async function hears(page: Page, field: Locator, below: Locator, hint: string, own: string) {
      await expect(line(page)).toHaveText(hint);
      const topOf = async (of: Locator) => (await of.boundingBox())?.y ?? Number.NaN;
      const room = async () => (await topOf(below)) - (await topOf(field));
      const at = await room();
      for (const [typed, said] of [
        ['passwordpassword', faults.repeat],
        ['123456789012', faults.common],
        ['lunes martes miércoles', faults.sequence],
        ['--19840712--', faults.date],
        ['sdfghjklertyui', faults.keys],
        ['Summer2026!!', faults.word],
        [own, faults.own],
        [' '.repeat(12), faults.repeat],
        ['short', hint],
        ['x'.repeat(201), faults.long.replace('{max}', '200')],
        [GOOD[locale], faults.none],
        ['', hint],
      ] as const) {
        await field.fill(typed);
        await expect(line(page)).toHaveText(said);
        await expect(field).toHaveAccessibleDescription(said);
        expect(await room(), typed).toBeCloseTo(at, 0);
      }
    }

    test('on the account page it is said of a new password whether it will do', async ({ make, signIn, page }) => {
      const person = await make.person({ locale, name: 'Guadalupe Fernández' });
      await signIn(person);
      await page.goto('/account');
      const hint = words.account.nextHint.replace('{min}', '12');
      const next = page.getByLabel(words.account.next, { exact: true });
      await hears(page, next, page.getByLabel(words.account.again), hint, 'guadalupe-fernandez');

      // Whoever sends it all the same reads the same, where it is wrong, and has typed nothing in vain.
      await page.getByLabel(words.account.current).fill(person.password);
      await next.fill(person.email);
      await page.getByLabel(words.account.again).fill(person.email);
      await page.getByRole('button', { name: words.account.change, exact: true }).click();
      await expect(page.locator('#next-error')).toHaveText(faults.own);
      await expect(next).toBeFocused();
      await expect(next).toHaveAttribute('aria-invalid', 'true');
      await expect(next).toHaveValue(person.email);
      await expect(page.getByLabel(words.account.current)).toHaveValue(person.password);
      await next.press('End');
      await next.pressSequentially('x');
      await expect(next).not.toHaveAttribute('aria-invalid');
      await expect(line(page)).toHaveText(faults.own);
    });

    test('by a link, too, with the words of the person behind it', async ({ make, page, prisma, stack }) => {
      const person = await make.person({ name: 'Guadalupe Fernández' });
      const [sent, reset] = [randomUUID(), randomUUID()];
      const expiresAt = new Date(Date.now() + HOUR);
      const to = { email: `${sent}@test.example`, name: 'Aurelia Winterbottom', role: 'PATIENT', locale } as const;
      await prisma.accountLink.create({ data: { id: sent, kind: 'SIGN_UP', expiresAt, ...to } });
      await prisma.accountLink.create({ data: { id: reset, kind: 'RESET', expiresAt, email: person.email } });
      const hint = words.form.passwordHint.replace('{min}', '12');
      for (const [path, id, own, submit] of [
        ['welcome', sent, 'winterbottom-aurelia', words.welcome.submit],
        ['reset', reset, 'guadalupe-fernandez', words.welcome.resetSubmit],
      ] as const) {
        await page.goto(`/${path}/${linkToken(id, stack.env.NEXTAUTH_SECRET)}`);
        const field = page.getByLabel(words.form.password, { exact: true });
        const button = page.getByRole('button', { name: submit });
        await hears(page, field, button, hint, own);
        const hands = keys(page);
        await hands.write(field, own);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('alert').filter({ hasText: faults.own })).toBeFocused();
        await expect(field).toHaveValue(own);
        await expect(page.locator('#password-error')).toHaveText(faults.own);
        await field.fill(GOOD[locale]);
        await expect(line(page)).toHaveText(faults.none);
        await button.click();
        await expect(page).toHaveURL(path === 'welcome' ? '/book?new=1' : '/');
      }
    });
  });
}

test('a form can be sent before anything is said, and without an answer nothing is said', async ({
  make,
  signIn,
  page,
  announce,
}) => {
  announce(/ERR_FAILED.*\/account/);
  const person = await make.person();
  await signIn(person);
  await page.goto('/account');
  const next = page.getByLabel('New password', { exact: true });
  await page.getByLabel('Current password').fill(person.password);
  await page.getByLabel('New password again').fill(GOOD.en);
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.headers()['next-action']) calls.push(request.postData() ?? '');
  });
  await next.fill(GOOD.en);
  await next.press('Enter');
  await expect(page).toHaveURL('/sign-in');
  // The one call is the form's: what was said would have come too late.
  expect(calls).toEqual([expect.stringContaining(person.password)]);

  await signIn({ ...person, password: GOOD.en });
  await page.goto('/account');
  await page.route('/account', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
  const asked = page.waitForEvent('requestfailed');
  await next.fill('passwordpassword');
  await asked;
  await expect(line(page)).toHaveText('12 characters or more. Several words are easy to remember.');
});

test('a new password ends the address of the calendar feed, and says so before and after', async ({
  make,
  signIn,
  page,
  prisma,
  request,
  stack,
}) => {
  const person = await make.person();
  await prisma.calendarChoice.create({ data: { personId: person.id, feedOn: true, feedVersion: 1 } });
  const feed = (version: number) =>
    request.get(`/api/calendar/${feedToken(person.id, version, stack.env.NEXTAUTH_SECRET)}.ics`);
  expect((await feed(1)).status()).toBe(200);
  await signIn(person);
  await page.goto('/account');
  await expect(page.getByText('The address that your calendar program uses changes, too')).toBeVisible();
  await page.getByLabel('Current password').fill(person.password);
  for (const label of ['New password', 'New password again'])
    await page.getByLabel(label, { exact: true }).fill(GOOD.en);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Your calendar has a new address, too' })).toBeFocused();
  await expect(page).toHaveURL('/sign-in');
  expect([(await feed(1)).status(), (await feed(2)).status()]).toEqual([404, 200]);

  const id = randomUUID();
  await prisma.accountLink.create({
    data: { id, kind: 'RESET', email: person.email, expiresAt: new Date(Date.now() + HOUR) },
  });
  await page.goto(`/reset/${linkToken(id, stack.env.NEXTAUTH_SECRET)}`);
  await page.getByLabel('Password', { exact: true }).fill(GOOD.es);
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(page).toHaveURL('/account?saved=feed-password#calendar');
  await expect(page.getByText('Your password is new, and so is this address')).toBeFocused();
  const address = await page.getByLabel('Address for your calendar program').inputValue();
  expect([(await feed(2)).status(), (await request.get(address)).status()]).toEqual([404, 200]);

  await prisma.calendarChoice.update({ where: { personId: person.id }, data: { feedOn: false } });
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Password' })).toBeVisible();
  await expect(page.getByText('The address that your calendar program uses changes, too')).toBeHidden();
});
