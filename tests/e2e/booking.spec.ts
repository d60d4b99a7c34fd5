import type { Page } from '@playwright/test';
import { times } from './support/booking';
import { expect, test } from './support/fixtures';
import { clockIn } from './support/times';

test.use({ viewport: { width: 390, height: 844 } });

const reason = (page: Page) => page.getByRole('textbox', { name: 'Why do you want to be seen?' });
const submit = (page: Page) => page.getByRole('button', { name: 'Ask for this visit' });

/** A doctor's times of a later week, and a reason typed. */
async function begin(page: Page, doctor: { id: string }) {
  await page.goto(`/book/${doctor.id}`);
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\?from=/);
  await reason(page).fill('Dizzy in the morning');
}

test('a patient books from home on: doctor, day, time, kind, reason', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Nora Walsh', zone: 'America/St_Johns' });
  const patient = await make.person({ zone: 'Asia/Kathmandu' });
  await signIn(patient);
  await page.goto('/');
  await page.getByRole('link', { name: 'Book a visit' }).click();
  const article = page.getByRole('article', { name: doctor.name });
  await expect(article).toContainText('Cardiology');
  await expect(article).toContainText('Speaks English');
  await expect(article).toContainText(/Next free time: (today|tomorrow), \d\d:\d\d/);
  await article.getByRole('link', { name: `Choose a time with ${doctor.name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Book a visit with ${doctor.name}` })).toBeVisible();
  await expect(page.getByText(/large times are yours, Kathmandu; the small ones are those of Dr Walsh/)).toBeVisible();

  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\?from=\d{4}-\d\d-\d\d$/);
  await page
    .getByRole('group', { name: 'Day' })
    .getByRole('radio', { name: /free times?$/ })
    .nth(2)
    .check();
  await submit(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Please choose a time.' })).toBeVisible();
  const slot = times(page).nth(3);
  const startsAt = new Date((await slot.getAttribute('value')) ?? '');
  await expect(slot.locator('..')).toContainText(clockIn('America/St_Johns', startsAt));
  await slot.check();
  await expect(page.getByText(/^You are asking for .*, 50 minutes\.$/)).toContainText(clockIn(patient.zone, startsAt));
  await page.getByRole('radio', { name: 'In person' }).check();
  await submit(page).click();
  await expect(page.getByText('Please write a few words.')).toBeVisible();
  await expect(reason(page)).toBeFocused();
  await reason(page).fill('Short of breath on stairs');
  await submit(page).click();

  await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}\?done=booked$/);
  await expect(page.getByText('Your request was sent to Dr Walsh.')).toBeVisible();
  await expect(page.getByText('Pending', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Dr Walsh: .*St Johns time$/)).toContainText(clockIn('America/St_Johns', startsAt));
  await expect(page.getByText('Short of breath on stairs')).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toContainText(`${patient.name} booked`);
  expect(await prisma.appointment.findMany({ where: { patientId: patient.id } })).toMatchObject([
    { doctorId: doctor.id, startsAt, visitType: 'IN_PERSON', status: 'PENDING', reason: 'Short of breath on stairs' },
  ]);
});

test('the keyboard alone is enough', async ({ make, signIn, page }) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  await signIn(await make.person());
  await page.goto(`/book/${doctor.id}`);
  await expect(submit(page)).toBeEnabled();
  const focused = (name: string) =>
    page.evaluate((wanted) => (document.activeElement as HTMLInputElement | null)?.name === wanted, name);
  const tabTo = async (name: string) => {
    for (let steps = 0; steps < 30 && !(await focused(name)); steps++) await page.keyboard.press('Tab');
    expect(await focused(name)).toBe(true);
  };
  await tabTo('day');
  await page.keyboard.press('ArrowRight');
  await tabTo('startsAt');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await tabTo('visitType');
  await page.keyboard.press('Space');
  await tabTo('reason');
  await page.keyboard.type('Palpitations');
  await page.keyboard.press('Tab');
  await expect(submit(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?done=booked$/);
});

test('a time that somebody else takes vanishes at once, and nothing typed is lost', async ({
  make,
  signIn,
  page,
  anotherBrowser,
}) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  await signIn(await make.person());
  await begin(page, doctor);
  await times(page).nth(2).check();
  await page.getByRole('radio', { name: 'Video visit' }).check();
  const startsAt = (await times(page).nth(2).getAttribute('value')) ?? '';

  const other = await anotherBrowser();
  await signIn(await make.person(), other);
  const data = { doctorId: doctor.id, startsAt, visitType: 'video', reason: 'First' };
  expect((await other.request.post('/api/appointments', { data })).status()).toBe(201);
  await expect(page.getByRole('alert').filter({ hasText: 'just taken' })).toBeVisible({ timeout: 15_000 });
  await expect(page.locator(`input[value="${startsAt}"]`)).toHaveCount(0);
  await expect(reason(page)).toHaveValue('Dizzy in the morning');
  await times(page).nth(2).check();
  await expect(page.getByRole('radio', { name: 'Video visit' })).toBeChecked();
  await submit(page).click();
  await expect(page).toHaveURL(/\?done=booked$/);
  await expect(page.getByText('Dizzy in the morning')).toBeVisible();
});

test('hours that the doctor changes show on the open page at once', async ({ make, signIn, page, anotherBrowser }) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  await signIn(await make.person());
  await begin(page, doctor);
  await expect(times(page)).toHaveCount(24);
  const theirs = await anotherBrowser();
  await signIn(doctor, theirs);
  const hours = await theirs.newPage();
  await hours.goto('/hours');
  await hours.getByLabel('Length of a visit').fill('480');
  await hours.getByRole('button', { name: 'Save hours' }).click();
  await expect(hours.getByText('Saved. Patients see these hours now.')).toBeVisible();
  await expect(times(page)).toHaveCount(2);
  await expect(reason(page)).toHaveValue('Dizzy in the morning');
});

test('of two who send at once one is told, and keeps what was typed', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  await signIn(await make.person());
  await begin(page, doctor);
  await times(page).nth(1).check();
  await page.getByRole('radio', { name: 'Video visit' }).check();
  const startsAt = new Date((await times(page).nth(1).getAttribute('value')) ?? '');
  await make.appointment({ doctor, startsAt, length: 50 });
  await submit(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'just taken' })).toBeVisible();
  await expect(reason(page)).toHaveValue('Dizzy in the morning');
  await expect(page.locator(`input[value="${startsAt.toISOString()}"]`)).toHaveCount(0);
  expect(await prisma.appointment.count({ where: { doctorId: doctor.id } })).toBe(1);
});
