import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import type { Makers } from './support/people';
import { clockIn, DAY, HOUR } from './support/times';

/** A full hour some days ahead. */
const ahead = (days: number, hours = 0) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + days * DAY + hours * HOUR);
const isoDate = (instant: Date) => instant.toISOString().slice(0, 10);
const group = (page: Page, name: string) => page.getByRole('group', { name });
const visits = (page: Page) => group(page, 'Visits to hand over').getByRole('checkbox', { name: /,/ });
const doctors = (page: Page) => group(page, 'To which doctor?').getByRole('radio');
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Hand \d/ });

/** A doctor with three visits to come, another who is free for all of them, and one who is taken at the second. */
async function clinic(make: Makers) {
  const admin = await make.person({ role: 'ADMIN' });
  const tail = admin.id.slice(-6);
  const from = await make.person({ role: 'DOCTOR', name: `Dr Ida Frost ${tail}` });
  const free = await make.person({ role: 'DOCTOR', name: `Dr Lea Weiss ${tail}`, zone: 'UTC' });
  const taken = await make.person({ role: 'DOCTOR', name: `Dr Tom Cole ${tail}`, hours: [] });
  const coming = [];
  for (const [days, status] of [
    [3, 'CONFIRMED'],
    [4, 'PENDING'],
    [5, 'CONFIRMED'],
  ] as const) {
    const reason = 'Nobody at the desk reads this';
    coming.push(await make.appointment({ doctor: from, startsAt: ahead(days), length: 50, status, reason }));
  }
  const [first, second, third] = coming as [(typeof coming)[0], (typeof coming)[0], (typeof coming)[0]];
  await make.appointment({ doctor: taken, startsAt: ahead(4), length: 50 });
  return { admin, from, free, taken, first, second, third };
}

test('a doctor is disabled, and another has the visits: in the week, and on the patient’s open page', async ({
  make,
  signIn,
  page,
  anotherBrowser,
  prisma,
}) => {
  const { admin, from, free, first } = await clinic(make);
  const [theirs, hers] = [await anotherBrowser(), await anotherBrowser()];
  await Promise.all([signIn(admin), signIn(first.patient, theirs), signIn(free, hers)]);
  const [patient, week] = [await theirs.newPage(), await hers.newPage()];
  await patient.goto(`/appointments/${first.id}`);
  await week.goto(`/?week=${isoDate(first.startsAt)}`);
  await expect(patient.getByText(from.name).first()).toBeVisible();
  await expect(week.getByRole('article', { name: first.patient.name })).toHaveCount(0);

  await page.goto(`/?q=${encodeURIComponent(from.email)}`);
  const row = page.getByRole('table', { name: 'People' }).getByRole('row', { name: from.name });
  await expect(row.getByRole('link', { name: /^3 coming visits/ })).toBeVisible();
  await row.getByRole('button', { name: `Disable ${from.name}` }).click();
  const question = page.getByRole('dialog', { name: `Disable the account of ${from.name}?` });
  await expect(question.getByText(`3 visits of ${from.name} are still to come.`)).toBeVisible();
  await expect(question.getByRole('link', { name: 'Hand them over first' })).toHaveAttribute(
    'href',
    `/hand-over?from=${from.id}`,
  );
  await question.getByRole('button', { name: 'Disable' }).click();
  const waiting = page.getByRole('region', { name: 'Visits that wait for another doctor' });
  await expect(waiting.getByRole('link', { name: `${from.name}: 3 coming visits` })).toBeVisible();
  await row.getByRole('link', { name: '3 coming visits – hand over' }).click();

  await expect(page.getByRole('heading', { level: 1, name: `Hand over the visits of ${from.name}` })).toBeVisible();
  await expect(page.getByText(`The account of ${from.name} is disabled.`)).toBeVisible();
  await expect(visits(page)).toHaveCount(3);
  expect(await page.content()).not.toContain('Nobody at the desk reads this');
  await expect(doctors(page).and(page.getByRole('radio', { name: from.name }))).toHaveCount(0);
  const choice = page.getByRole('radio', { name: free.name });
  await expect(choice).toHaveAccessibleName(/free for all 3/);
  await choice.check();
  await page.getByRole('button', { name: 'Hand over 3 visits' }).click();
  await expect(dialog(page)).toContainText(`Hand 3 visits to ${free.name}?`);
  await dialog(page).getByRole('button', { name: 'Hand over' }).click();
  const said = page.getByRole('main').getByRole('status');
  await expect(said).toHaveText(`3 visits handed over to ${free.name}.`);
  await expect(said).toBeFocused();
  await expect(page.getByText('has no visits to come.')).toBeVisible();

  await expect(patient.getByText(free.name).first()).toBeVisible();
  await expect(patient.getByRole('region', { name: 'Details' })).not.toContainText(from.name);
  await expect(patient.getByRole('region', { name: 'History' })).toContainText(
    `${admin.name} handed it over from ${from.name} to ${free.name}.`,
  );
  await expect(week.getByRole('article', { name: first.patient.name })).toBeVisible();
  expect(await prisma.appointment.count({ where: { doctorId: free.id, revision: 2 } })).toBe(3);
  await page.getByRole('link', { name: 'Back to people' }).click();
  await expect(row.getByRole('button', { name: `Enable ${from.name}` })).toBeVisible();
  await expect(row.getByRole('link', { name: /coming visit/ })).toHaveCount(0);
  await expect(waiting.getByRole('link', { name: from.name })).toHaveCount(0);
});

test('what stands against a doctor is said visit by visit, and what collides can be left out', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const { admin, from, taken, second } = await clinic(make);
  await signIn(admin);
  await page.goto(`/hand-over?from=${from.id}`);
  const all = page.getByRole('checkbox', { name: 'All', exact: true });
  await expect(all).toBeChecked();
  await all.uncheck();
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose one visit or more.');
  await expect(visits(page).first()).toBeFocused();
  await all.check();
  await page.getByRole('button', { name: 'Hand over 3 visits' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose a doctor.');

  const choice = page.getByRole('radio', { name: taken.name });
  await expect(choice).toHaveAccessibleName(/1 collides.*3 outside the working hours/);
  await choice.check();
  const mark = `${taken.name} has another visit then`;
  await expect(page.getByRole('checkbox', { name: mark })).toHaveCount(1);
  await expect(page.getByRole('checkbox', { name: mark })).toHaveAccessibleName(new RegExp(second.patient.name));
  await expect(page.getByRole('checkbox', { name: `Outside the working hours of ${taken.name}` })).toHaveCount(3);
  await page.getByRole('button', { name: 'Hand over 3 visits' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    `${taken.name} has another visit at one of these times.`,
  );
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('button', { name: 'Leave out the one that collides' }).click();
  await expect(page.getByRole('button', { name: /^Hand over \d/ })).toBeFocused();
  await expect(page.getByText('2 visits chosen')).toBeVisible();
  await expect(choice).toHaveAccessibleName(/free for both/);
  await page.getByRole('button', { name: 'Hand over 2 visits' }).click();
  await dialog(page).getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(`2 visits handed over to ${taken.name}.`);
  await expect(visits(page)).toHaveCount(1);
  expect((await prisma.appointment.findUnique({ where: { id: second.id } }))?.doctorId).toBe(from.id);
});

test('a time that is taken while the desk is asked is named, nothing is handed over, and the choice stays', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const { admin, from, free, third } = await clinic(make);
  await signIn(admin);
  // Nothing comes live here: the page still takes the doctor for free.
  await page.route('**/api/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: ':\n\n' }));
  await page.goto(`/hand-over?from=${from.id}`);
  const choice = page.getByRole('radio', { name: free.name });
  await choice.check();
  await page.getByRole('button', { name: 'Hand over 3 visits' }).click();
  await make.appointment({ doctor: free, startsAt: third.startsAt });
  await dialog(page).getByRole('button', { name: 'Hand over' }).click();
  const alert = page.getByRole('main').getByRole('alert').filter({ hasText: 'Nothing was handed over' });
  await expect(alert).toContainText(clockIn(admin.zone, third.startsAt));
  await expect(choice).toBeChecked();
  await expect(choice).toHaveAccessibleName(/1 collides/);
  await expect(page.getByText('3 visits chosen')).toBeVisible();
  expect(await prisma.appointment.count({ where: { doctorId: from.id } })).toBe(3);
  await page.getByRole('button', { name: 'Leave out the one that collides' }).click();
  await page.getByRole('button', { name: 'Hand over 2 visits' }).click();
  await dialog(page).getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('main').getByRole('status')).toHaveText(`2 visits handed over to ${free.name}.`);
});

test('its words come once, and no text for every number of visits that could be ticked', async ({
  make,
  signIn,
  page,
}) => {
  const { admin, from } = await clinic(make);
  await signIn(admin);
  const html = (await (await page.goto(`/hand-over?from=${from.id}`))?.text()) ?? '';
  for (const [before, after] of [
    ['Hand over ', ' visit'],
    ['', ' visits? chosen'],
  ]) {
    const counts = [...html.matchAll(new RegExp(`${before}(\\d+)${after}`, 'g'))].map(([, count]) => count);
    expect(new Set(counts)).toEqual(new Set(['3']));
  }
});

test('the keyboard alone is enough', async ({ make, signIn, page, prisma }) => {
  const { admin, free, first } = await clinic(make);
  await signIn(admin);
  await page.goto(`/appointments/${first.id}`);
  await page.getByRole('link', { name: 'Hand to another doctor' }).press('Enter');
  await expect(page.getByText('1 visit chosen')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hand over 1 visit' })).toBeEnabled();
  await visits(page).last().focus();
  await page.keyboard.press('Tab');
  for (let steps = 0; steps < 100 && !(await page.getByRole('radio', { name: free.name }).isChecked()); steps++) {
    await page.keyboard.press(steps === 0 ? 'Space' : 'ArrowDown');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(dialog(page).getByRole('button', { name: 'Hand over' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toHaveText(`1 visit handed over to ${free.name}.`);
  expect((await prisma.appointment.findUnique({ where: { id: first.id } }))?.doctorId).toBe(free.id);
});

test('whose visits there are is listed, and a doctor who is none is not here', async ({
  make,
  signIn,
  page,
  announce,
}) => {
  const { admin, from, first } = await clinic(make);
  await signIn(admin);
  await page.goto('/hand-over');
  await page.getByRole('link', { name: `${from.name} 3 coming visits` }).click();
  await expect(visits(page)).toHaveCount(3);
  announce(/status of 404/);
  for (const id of [first.patient.id, 'nobody']) {
    expect((await page.goto(`/hand-over?from=${id}`))?.status()).toBe(404);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`narrow, in Spanish, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme, locale: 'es-ES' });

    test('visits are handed over', async ({ make, signIn, page, prisma }) => {
      const { admin, from, taken } = await clinic(make);
      await prisma.person.update({ where: { id: admin.id }, data: { locale: 'es' } });
      await prisma.person.update({ where: { id: from.id }, data: { disabledAt: new Date() } });
      await signIn(admin);
      const look = async () => {
        await expect(page).toHaveTitle(/./);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      };
      await page.goto('/hand-over');
      await look();
      await page.goto(`/hand-over?from=${from.id}`);
      await page.getByRole('radio', { name: taken.name }).check();
      await page.getByRole('button', { name: 'Traspasar 3 citas' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText('tiene otra cita a una de estas horas');
      await look();
      await page.getByRole('button', { name: 'Quitar la que coincide' }).click();
      await page.getByRole('button', { name: 'Traspasar 2 citas' }).click();
      await look();
      await page.getByRole('dialog').getByRole('button', { name: 'Traspasar' }).click();
      await expect(page.getByRole('main').getByRole('status')).toHaveText(`2 citas traspasadas a ${taken.name}.`);
      await look();
    });
  });
}
