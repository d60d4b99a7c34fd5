import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from './support/fixtures';
import { DAY, HOUR } from './support/times';

const MORNINGS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 540, endMinute: 720 }));
const preview = (page: Page) => page.getByRole('complementary', { name: 'What patients see' });
const save = (page: Page) => page.getByRole('button', { name: 'Save hours' });
const span = (page: Page, name: string) => page.getByRole('group', { name });
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

test('hours are edited beside what patients would see, and what they see follows', async ({
  make,
  signIn,
  page,
  anotherBrowser,
}) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC', hours: MORNINGS });
  const theirs = await anotherBrowser();
  await signIn(await make.person(), theirs);
  const starts = async () => {
    const params = { from: new Date().toISOString(), to: new Date(Date.now() + 9 * DAY).toISOString() };
    const answer = await theirs.request.get(`/api/doctors/${doctor.id}/slots`, { params });
    const { items } = (await answer.json()) as { items: { startsAt: string; visitTypes: string[] }[] };
    return items.map(({ startsAt, visitTypes }) => `${startsAt.slice(11, 16)} ${visitTypes.join()}`);
  };
  expect(await starts()).toContain('11:00 video,in_person');
  await signIn(doctor);
  await page.goto('/hours');
  await expect(page.getByText('All times by your own clock: UTC time (UTC).')).toBeVisible();
  await expect(preview(page)).toContainText('09:00 · 10:00 · 11:00');

  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
    const first = span(page, `${day}, 1`);
    await first.getByLabel('From').fill('8:15');
    await first.getByLabel('To').fill('9');
    await first.getByLabel('In person').uncheck();
  }
  await page.getByLabel('Length of a visit').fill('45');
  await expect(preview(page)).toContainText('08:15');
  await expect(preview(page)).not.toContainText('10:00');
  await save(page).click();
  await expect(page.getByText('Saved. Patients see these hours now.')).toBeVisible();
  expect(new Set(await starts())).toEqual(new Set(['08:15 video']));
  await page.reload();
  await expect(span(page, 'Monday, 1').getByLabel('From')).toHaveValue('08:15');
});

test('what cannot be read is marked, and nothing typed is lost', async ({ make, signIn, page }) => {
  await signIn(await make.person({ role: 'DOCTOR', zone: 'UTC', hours: MORNINGS }));
  await page.goto('/hours');
  await expect(save(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Add: Monday' }).click();
  const second = span(page, 'Monday, 2');
  await second.getByLabel('From').fill('11:00');
  await second.getByLabel('To').fill('noon');
  await save(page).click();
  await expect(second).toContainText('Write times as 09:30.');
  await expect(second.getByLabel('From')).toBeFocused();
  await second.getByLabel('To').fill('13:00');
  await expect(second).toContainText('This overlaps other hours of the day.');
  await second.getByLabel('From').fill('12');
  await save(page).click();
  await expect(page.getByText('Saved. Patients see these hours now.')).toBeVisible();
});

test('hours and days that are taken away leave the focus beside them, and are told apart', async ({
  make,
  signIn,
  page,
}) => {
  await signIn(await make.person({ role: 'DOCTOR', zone: 'UTC', hours: MORNINGS }));
  await page.goto('/hours');
  await expect(save(page)).toBeEnabled();
  const said = page.getByRole('status').filter({ hasText: 'Removed: ' });
  await page.getByRole('button', { name: 'Remove these hours: Monday, 1' }).click();
  await expect(said).toHaveText('Removed: Monday, 09:00–12:00.');
  await expect(page.getByRole('button', { name: 'Add: Monday' })).toBeFocused();
  const add = page.getByRole('button', { name: 'Add a day' });
  await add.click();
  await add.click();
  await page.getByRole('button', { name: 'Remove the day 2, without a date' }).click();
  await expect(said).toHaveText('Removed: 2, without a date.');
  await expect(add).toBeFocused();
});

test('a day off over visits is refused with their list until they are gone', async ({ make, signIn, page }) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC', hours: MORNINGS });
  const date = inDays(4);
  const visit = await make.appointment({ doctor, startsAt: new Date(`${date}T10:00:00Z`) });
  await signIn(doctor);
  await page.goto('/hours');
  await expect(save(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Add a day' }).click();
  await page.getByLabel('Date', { exact: true }).fill(date);
  await expect(page.getByText('Day off', { exact: true })).toBeVisible();
  await save(page).click();
  const alert = page.getByRole('alert').filter({ hasText: 'visits are booked on a day off' });
  const link = alert.getByRole('link', { name: `${visit.patient.name}, ` });
  await expect(link).toHaveAttribute('href', `/appointments/${visit.id}`);
  const answer = await page.request.post(`/api/appointments/${visit.id}/cancel`, { data: { revision: 1 } });
  expect(answer.status()).toBe(200);
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue(date);
  await save(page).click();
  await expect(page.getByText('Saved. Patients see these hours now.')).toBeVisible();
});

test('of two editors the second is told, keeps what was typed, and may save it', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC', hours: MORNINGS });
  await signIn(doctor);
  await page.goto('/hours');
  await expect(save(page)).toBeEnabled();
  await page.getByLabel('Break after it').fill('5');
  await prisma.doctor.update({ where: { personId: doctor.id }, data: { hoursRevision: { increment: 1 } } });
  await save(page).click();
  await expect(page.getByText('your hours were changed meanwhile')).toBeVisible();
  await expect(page.getByLabel('Break after it')).toHaveValue('5');
  await page.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(page.getByText('Saved. Patients see these hours now.')).toBeVisible();
  expect((await prisma.doctor.findUnique({ where: { personId: doctor.id } }))?.breakMinutes).toBe(5);
});

/** The next days on which Berlin's clocks skip and repeat 02:30. */
function changesOfClocks() {
  let at = Temporal.Now.zonedDateTimeISO('Europe/Berlin').add({ days: 1 });
  const days: string[] = [];
  for (let i = 0; i < 2; i++) {
    at = at.getTimeZoneTransition('next') ?? at;
    days.push(at.toPlainDate().toString());
  }
  const [skips = '', repeats = ''] = days[0]?.includes('-03-') ? days : days.reverse();
  return { skips, repeats };
}

test('a doctor books for a patient; a time that is none or two is asked about', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const { skips, repeats } = changesOfClocks();
  const doctor = await make.person({ role: 'DOCTOR', zone: 'Europe/Berlin' });
  const patient = await make.person();
  await signIn(doctor);
  await page.goto('/');
  await page.getByRole('link', { name: 'Book for a patient' }).click();
  await page.getByLabel('Name or e-mail of the patient').fill(patient.email);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: patient.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Book for ${patient.name}` })).toBeVisible();
  await expect(page.getByText('By the clock in Berlin (Europe/Berlin)')).toBeVisible();
  const submit = page.getByRole('button', { name: 'Book and confirm' });
  await expect(submit).toBeEnabled();
  await page.getByLabel('Date', { exact: true }).fill(skips);
  await page.getByLabel('Time').fill('2:30');
  await page.getByLabel('Reason').fill('Sleep study');
  await submit.click();
  await expect(page.getByText('There is no 02:30 on this day')).toBeVisible();
  await expect(page.getByLabel('Time')).toBeFocused();
  await page.getByLabel('Date', { exact: true }).fill(repeats);
  await submit.click();
  await expect(page.getByText('02:30 comes twice on this day')).toBeVisible();
  await page.getByRole('radio', { name: '02:30, the second time (UTC+01:00)' }).check();
  await submit.click();
  await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}$/);
  expect(await prisma.appointment.findMany({ where: { patientId: patient.id } })).toMatchObject([
    { status: 'CONFIRMED', startsAt: new Date(`${repeats}T01:30:00Z`), reason: 'Sleep study', visitType: 'VIDEO' },
  ]);
});

test('the front desk sees whose visits there are, never why, and books for anyone', async ({ make, signIn, page }) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Vera Lind', zone: 'UTC' });
  const { patient } = await make.appointment({ doctor, startsIn: 60 * 24 * 3, reason: 'A reason of their own' });
  await signIn(await make.person({ role: 'ADMIN' }));
  await page.goto('/desk');
  await page.getByLabel('Patient or doctor').fill(patient.name);
  await page.getByLabel('Day').fill('');
  await page.getByRole('button', { name: 'Search' }).click();
  const article = page.getByRole('article', { name: patient.name });
  await expect(article).toContainText('Dr Vera Lind');
  await expect(page.getByText('A reason of their own')).toHaveCount(0);
  await page.goto(`/book-for?patient=${patient.id}`);
  const submit = page.getByRole('button', { name: 'Book and confirm' });
  await expect(submit).toBeEnabled();
  await page.getByLabel('Doctor').selectOption({ value: doctor.id });
  await page.getByLabel('Date', { exact: true }).fill(inDays(6));
  await page.getByLabel('Time').fill('14:00');
  await page.getByLabel('Reason').fill('Follow-up');
  await submit.click();
  await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}$/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`nothing stands against the pages of a doctor: ${colorScheme}, ${width} pixels`, async ({
      make,
      signIn,
      anotherBrowser,
    }) => {
      const context = await anotherBrowser({ colorScheme, viewport: { width, height: 844 } });
      const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC', hours: MORNINGS });
      const startsAt = new Date(Date.now() + 2 * HOUR);
      const { patient } = await make.appointment({ doctor, startsAt, status: 'PENDING' });
      await signIn(doctor, context);
      const page = await context.newPage();
      for (const path of ['/', '/requests', '/hours', '/book-for?q=a', `/book-for?patient=${patient.id}`]) {
        await page.goto(path);
        if (path === '/requests') await page.getByRole('button', { name: /^Requests: / }).click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page).toHaveTitle(/./);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
        expect(await page.evaluate(overflow), path).toBe(0);
      }
    });
  }
}
