import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import { expect, test } from './support/fixtures';
import { DAY, HOUR } from './support/times';

const bell = (page: Page) => page.getByRole('button', { name: /^Requests: / });
const menu = (page: Page) => page.getByRole('dialog', { name: 'Waiting for your answer' });
const waiting = (page: Page, count: string) =>
  expect(page.getByRole('button', { name: new RegExp(`^Requests: ${count}`) })).toBeVisible();
/** A full hour some days ahead. */
const ahead = (days: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + days * DAY);
const isoDate = (instant: Date) => instant.toISOString().slice(0, 10);

/** A patient's request through the API; answers the appointment. */
async function request(context: BrowserContext, doctor: TestPerson, startsAt: Date, reason = 'Palpitations') {
  const data = { doctorId: doctor.id, startsAt: startsAt.toISOString(), visitType: 'video', reason };
  const answer = await context.request.post('/api/appointments', { data });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; revision: number };
}

test('the bell counts up by itself, confirms in place, and the patient sees it without reload', async ({
  make,
  signIn,
  page,
  anotherBrowser,
}) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Anna Keller' });
  const patient = await make.person({ name: 'Maria Ruiz' });
  const theirs = await anotherBrowser();
  await signIn(patient, theirs);
  await signIn(doctor);
  await page.goto('/hours');
  await waiting(page, 'none');
  await request(theirs, doctor, ahead(2), 'New medication');
  await waiting(page, '1 waits');
  const schedule = await theirs.newPage();
  await schedule.goto('/schedule');
  const item = schedule.getByRole('article', { name: 'Dr Anna Keller' });
  await expect(item).toContainText('Pending');

  await bell(page).focus();
  await page.keyboard.press('Enter');
  await expect(menu(page).getByRole('article', { name: 'Maria Ruiz' })).toContainText('New medication');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(bell(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(menu(page).getByRole('button', { name: 'Confirm: Maria Ruiz' })).toBeFocused();
  await page.keyboard.press('Enter');
  const said = menu(page).getByRole('status');
  await expect(said).toContainText('Confirmed: Maria Ruiz');
  await expect(said).toBeFocused();
  await expect(menu(page)).toContainText('Nothing waits for you.');
  await waiting(page, 'none');
  await expect(page).toHaveURL('/hours');
  await expect(item).toContainText('Confirmed');
});

test('a request is declined with a reason, on the card of the week', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC' });
  const startsAt = ahead(7);
  const { id, patient } = await make.appointment({ doctor, startsAt, status: 'PENDING' });
  await signIn(doctor);
  await page.goto(`/?week=${isoDate(startsAt)}`);
  const card = page.getByRole('article', { name: patient.name });
  await expect(card.getByRole('button', { name: 'Confirm' })).toBeVisible();
  await card.getByRole('button', { name: 'Decline' }).click();
  const reason = card.getByLabel(`Reason for ${patient.name} (optional)`);
  await expect(reason).toBeFocused();
  await card.getByRole('button', { name: 'Back' }).click();
  await card.getByRole('button', { name: 'Decline' }).click();
  await reason.fill('I am away that week');
  await page.keyboard.press('Enter');
  await expect(card.getByText('Declined', { exact: true })).toBeVisible();
  await expect(card.getByRole('button')).toHaveCount(0);
  await expect(card.getByRole('link', { name: patient.name })).toBeFocused();
  const kept = await prisma.appointment.findUnique({ where: { id } });
  expect(kept).toMatchObject({ status: 'DECLINED', closingNote: 'I am away that week' });
});

test('another time that a patient asks for is accepted, or the old one kept', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const [first, second] = [ahead(3), ahead(4)];
  const visit = await make.appointment({ doctor, startsAt: first });
  const other = await make.appointment({ doctor, startsAt: new Date(first.getTime() + 5 * HOUR) });
  const propose = (id: string, at: Date) =>
    prisma.appointment.update({
      where: { id },
      data: { proposedStartsAt: at, proposedEndsAt: new Date(at.getTime() + HOUR / 2) },
    });
  await propose(visit.id, second);
  await propose(other.id, new Date(second.getTime() + 5 * HOUR));
  await signIn(doctor);
  await page.goto('/requests');
  const main = page.getByRole('main');
  await expect(main.getByText(/^Asks for /)).toHaveCount(2);
  await main.getByRole('button', { name: `Accept: ${visit.patient.name}` }).click();
  await expect(main.getByRole('status')).toContainText(`Moved: ${visit.patient.name}`);
  await main.getByRole('button', { name: `Keep old time: ${other.patient.name}` }).click();
  await expect(main.getByRole('status')).toContainText(`The old time stays: ${other.patient.name}`);
  await expect(main).toContainText('Nothing waits for your answer.');
  expect((await prisma.appointment.findUnique({ where: { id: visit.id } }))?.startsAt).toEqual(second);
  expect((await prisma.appointment.findUnique({ where: { id: other.id } }))?.proposedStartsAt).toBeNull();
});

test('who comes second is told what the first did', async ({ make, signIn, page, anotherBrowser }) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const { id, patient } = await make.appointment({ doctor, startsAt: ahead(2), status: 'PENDING' });
  const theirs = await anotherBrowser();
  await signIn(patient, theirs);
  await signIn(doctor);
  // Nothing comes live here, as on a train: the page still shows the request.
  await page.route('**/api/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: ':\n\n' }));
  await page.goto('/requests');
  await expect(bell(page)).toBeVisible();
  expect((await theirs.request.post(`/api/appointments/${id}/cancel`, { data: { revision: 1 } })).status()).toBe(200);
  await bell(page).click();
  await menu(page)
    // With the time, as a patient may have asked for several.
    .getByRole('button', { name: new RegExp(`^Confirm: ${patient.name}, .*\\d\\d:\\d\\d`) })
    .click();
  await expect(menu(page).getByRole('status')).toContainText(
    `Meanwhile ${patient.name} canceled the visit of ${patient.name}.`,
  );
  await waiting(page, 'none');
});

test('a visit that has begun is marked as completed or as a no-show', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const visit = await make.appointment({ doctor, startsIn: -5 });
  await signIn(doctor);
  await page.goto('/');
  const card = page.getByRole('article', { name: visit.patient.name });
  await expect(card.getByRole('button', { name: 'No-show' })).toBeVisible();
  await card.getByRole('button', { name: 'Completed' }).click();
  await expect(card.getByRole('button')).toHaveCount(0);
  expect((await prisma.appointment.findUnique({ where: { id: visit.id } }))?.status).toBe('COMPLETED');
});

test('lists are told apart and searched by patient and day', async ({ make, signIn, page }) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'UTC' });
  const [ana, ben] = [await make.person({ name: 'Ana Costa' }), await make.person({ name: 'Ben Osei' })];
  await make.appointment({ doctor, patient: ana, startsAt: ahead(2), status: 'PENDING' });
  await make.appointment({ doctor, patient: ben, startsAt: ahead(3) });
  await make.appointment({ doctor, patient: ana, startsAt: ahead(5) });
  await make.appointment({ doctor, patient: ben, startsAt: ahead(-5), status: 'COMPLETED' });
  await signIn(doctor);
  await page.goto('/requests');
  const main = page.getByRole('main');
  const names = () => main.getByRole('article').getByRole('link').allTextContents();
  await expect(main.getByRole('article')).toHaveCount(1);
  await main.getByRole('link', { name: 'Confirmed' }).click();
  await expect(main.getByRole('article')).toHaveCount(2);
  expect(await names()).toEqual(['Ben Osei', 'Ana Costa']);
  await main.getByLabel('Patient').fill('ana');
  await main.getByRole('button', { name: 'Search' }).click();
  await expect(main.getByRole('article')).toHaveCount(1);
  expect(await names()).toEqual(['Ana Costa']);
  await main.getByLabel('Day').fill(isoDate(ahead(3)));
  await main.getByRole('button', { name: 'Search' }).click();
  await expect(main).toContainText('Nothing found.');
  await main.getByRole('link', { name: 'Show all' }).click();
  await main.getByRole('link', { name: 'Past' }).click();
  await expect(main.getByRole('article')).toHaveCount(1);
  expect(await names()).toEqual(['Ben Osei']);
});

test('a patient finds an appointment by its doctor and its day', async ({ make, signIn, page }) => {
  const patient = await make.person({ zone: 'UTC' });
  const [lind, osei] = [
    await make.person({ role: 'DOCTOR', name: 'Dr Vera Lind' }),
    await make.person({ role: 'DOCTOR', name: 'Dr Kofi Osei' }),
  ];
  await make.appointment({ doctor: lind, patient, startsAt: ahead(2) });
  await make.appointment({ doctor: osei, patient, startsAt: ahead(3) });
  await make.appointment({ doctor: lind, patient, startsAt: ahead(-9), status: 'COMPLETED' });
  await signIn(patient);
  await page.goto('/schedule');
  const main = page.getByRole('main');
  await expect(main.getByRole('article')).toHaveCount(3);
  await main.getByText('Search', { exact: true }).first().click();
  await main.getByLabel('Doctor').fill('lind');
  await main.getByRole('button', { name: 'Search' }).click();
  await expect(main.getByRole('article')).toHaveCount(2);
  await expect(main.getByRole('article', { name: 'Dr Kofi Osei' })).toHaveCount(0);
  await main.getByLabel('Day').fill(isoDate(ahead(2)));
  await main.getByRole('button', { name: 'Search' }).click();
  await expect(main.getByRole('article')).toHaveCount(1);
  await main.getByRole('link', { name: 'Show all' }).click();
  await expect(main.getByRole('article')).toHaveCount(3);
});

test('a list that is longer than its page goes on, and back', async ({ make, signIn, page, prisma }) => {
  const { doctor, patient, id } = await make.appointment({ startsAt: ahead(-1), status: 'COMPLETED' });
  const row = await prisma.appointment.findUniqueOrThrow({ where: { id } });
  const older = (back: number) => ({
    ...row,
    id: randomUUID(),
    startsAt: new Date(row.startsAt.getTime() - back * HOUR),
    endsAt: new Date(row.endsAt.getTime() - back * HOUR),
  });
  await prisma.appointment.createMany({ data: Array.from({ length: 120 }, (_, index) => older(index + 1)) });
  await signIn(doctor);
  await page.goto('/requests?view=past');
  const main = page.getByRole('main');
  await expect(main.getByRole('article')).toHaveCount(100);
  await main.getByRole('link', { name: 'Show more' }).click();
  await expect(main.getByRole('article')).toHaveCount(21);
  await expect(main.getByRole('link', { name: 'Show more' })).toHaveCount(0);
  await main.getByRole('link', { name: 'Back to the beginning' }).click();
  await expect(page).toHaveURL('/requests?view=past');
  await expect(main.getByRole('article')).toHaveCount(100);

  await signIn(patient);
  await page.goto('/schedule');
  await expect(main.getByRole('article')).toHaveCount(50);
  for (const count of [50, 21]) {
    await main.getByRole('link', { name: 'Show more' }).click();
    await expect(main.getByRole('article')).toHaveCount(count);
  }
  await expect(main.getByRole('heading', { name: 'Upcoming' })).toHaveCount(0);
  await main.getByRole('link', { name: 'Back to the beginning' }).click();
  await expect(main.getByRole('heading', { name: 'Upcoming' })).toBeVisible();
});
