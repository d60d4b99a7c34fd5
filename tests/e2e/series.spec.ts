import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { nextClockChange } from '../support/clocks';
import { expect, test } from './support/fixtures';

const WEEK = 7 * 86_400_000;
/** Its clocks never change, so that every week is as long. */
const STEADY = 'Asia/Kathmandu';

const dates = (page: Page) => page.getByRole('region', { name: 'Dates of the visits' }).getByRole('listitem');
const series = (page: Page) => page.getByRole('region', { name: /^Every week, visit/ }).getByRole('listitem');

test('a doctor books every week over a change of clocks, moves from the third on and cancels all', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const zone = 'Europe/Berlin';
  const doctor = await make.person({ role: 'DOCTOR', zone });
  const patient = await make.person({ zone: 'America/New_York' });
  const change = nextClockChange(zone, 'forward').local.toPlainDate();
  const local = (days: number, time: string) =>
    change.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  await signIn(doctor);
  await page.goto(`/book-for?patient=${patient.id}`);
  await expect(page.getByRole('button', { name: 'Book and confirm' })).toBeEnabled();
  await page.getByLabel('Date', { exact: true }).fill(change.subtract({ days: 11 }).toString());
  await page.getByLabel('Time').fill('09:30');
  await page.getByLabel('Repeat').selectOption('Every week');
  await page.getByRole('spinbutton', { name: 'Number of visits' }).fill('5');
  await expect(dates(page)).toHaveCount(5);
  // America changes its clocks on another day: what is 09:30 in Berlin is not always the same in New York.
  await expect(dates(page).filter({ hasText: ', 09:30' })).toHaveCount(5);
  await expect(dates(page).filter({ hasText: 'New York' })).toHaveCount(5);
  await page.getByLabel('Reason').fill('Physiotherapy');
  await page.getByRole('button', { name: 'Book and confirm 5 visits' }).click();
  await expect(page.getByRole('heading', { name: 'Every week, visit 1 of 5' })).toBeVisible();
  await expect(series(page)).toHaveText(Array(5).fill(/09:30.*Confirmed/));

  await series(page).nth(2).getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Every week, visit 3 of 5' })).toBeVisible();
  await page.getByLabel('This one and those after it (3)').check();
  await page.getByRole('link', { name: 'Move to another time' }).click();
  const typed = page.getByRole('heading', { name: 'Another time, also outside the hours' }).locator('..');
  await expect(typed.getByLabel('This one and those after it (3)')).toBeChecked();
  await typed.getByLabel('Date').fill(change.add({ days: 4 }).toString());
  await typed.getByLabel('Time').fill('14:00');
  await typed.getByRole('button', { name: 'Move to this time' }).click();
  await expect(page.getByText('The visits were moved.')).toBeVisible();
  const rows = () => prisma.appointment.findMany({ where: { doctorId: doctor.id }, orderBy: { startsAt: 'asc' } });
  expect((await rows()).map(({ startsAt }) => +startsAt)).toEqual([
    local(-11, '09:30'),
    local(-4, '09:30'),
    local(4, '14:00'),
    local(11, '14:00'),
    local(18, '14:00'),
  ]);
  await expect(page.getByText('(This visit and those after it.)')).toBeVisible();

  await page.getByLabel('All that are to come (5)').check();
  await page.getByRole('button', { name: 'Cancel 5 visits' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel 5 visits?' });
  await expect(question).toContainText('all 5 visits of the series');
  await question.getByRole('button', { name: 'Cancel 5 visits' }).click();
  await expect(series(page)).toHaveText(Array(5).fill(/Canceled/));
  expect((await rows()).every(({ status }) => status === 'CANCELED')).toBe(true);
});

test('a patient asks for a series, leaves out a date that is taken, and the doctor confirms all from the bell', async ({
  make,
  signIn,
  page,
  anotherBrowser,
  prisma,
}) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Vera Lind', zone: STEADY });
  const patient = await make.person({ name: 'Maria Ruiz', zone: STEADY });
  const theirs = await anotherBrowser();
  await signIn(patient, theirs);
  const booking = await theirs.newPage();
  await booking.goto(`/book/${doctor.id}`);
  const slot = booking
    .getByRole('group', { name: /^Time on/ })
    .getByRole('radio')
    .last();
  await expect(booking.getByRole('button', { name: 'Ask for this visit' })).toBeEnabled();
  await slot.check();
  const startsAt = Date.parse((await slot.getAttribute('value')) ?? '');
  await make.appointment({ doctor, startsAt: new Date(startsAt + 2 * WEEK) });
  await booking
    .getByRole('group', { name: 'How do you want to meet?' })
    .getByRole('radio', { name: 'Video visit' })
    .check();
  await booking.getByLabel('Repeat').selectOption('Every week');
  await expect(dates(booking)).toHaveCount(4);
  await expect(dates(booking).nth(2)).toContainText('Taken');
  await booking.getByLabel('Why do you want to be seen?').fill('Back pain');
  await booking.getByRole('button', { name: 'Ask for these 4 visits' }).click();
  await expect(
    booking.getByRole('alert').filter({ hasText: 'Not every date is free. Nothing was changed.' }),
  ).toBeVisible();
  expect(await prisma.appointment.count({ where: { patientId: patient.id } })).toBe(0);
  await booking.getByRole('button', { name: 'Leave this date out and book the other 3' }).click();
  await expect(dates(booking).nth(2)).toContainText('Left out');
  await expect(booking.getByText('confirms the 3 visits.')).toBeVisible();
  await booking.getByRole('button', { name: 'Ask for these 3 visits' }).click();
  await expect(booking.getByText('Your request for these visits was sent to')).toBeVisible();
  await expect(series(booking)).toHaveText(Array(3).fill(/Pending/));

  await signIn(doctor);
  await page.goto('/requests');
  const list = page.getByRole('main').getByRole('article', { name: 'Maria Ruiz' });
  await expect(list.getByRole('button', { name: 'Confirm all 3: Maria Ruiz' })).toBeVisible();
  await expect(list).toHaveCount(1);
  await page.goto('/hours');
  await page.getByRole('button', { name: 'Requests: 1 waits' }).click();
  const question = page
    .getByRole('dialog', { name: 'Waiting for your answer' })
    .getByRole('article', { name: 'Maria Ruiz' });
  await expect(question).toContainText('Every week, visit 1 of 3');
  await expect(question.getByLabel('All 3 visits of this series')).toBeChecked();
  await question.getByRole('button', { name: 'Confirm all 3: Maria Ruiz' }).click();
  await expect(page.getByText('Confirmed: Maria Ruiz, 3 visits.')).toBeVisible();
  await expect(series(booking)).toHaveText(Array(3).fill(/Confirmed/));
});

test('a collision that comes between looking and booking is shown, and the others can be booked', async ({
  make,
  signIn,
  page,
}) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: STEADY });
  const patient = await make.person({ zone: STEADY });
  await signIn(doctor);
  await page.goto(`/book-for?patient=${patient.id}`);
  await expect(page.getByRole('button', { name: 'Book and confirm' })).toBeEnabled();
  const day = new Date(Math.floor(Date.now() / 86_400_000 + 9) * 86_400_000);
  await page.getByLabel('Date', { exact: true }).fill(day.toISOString().slice(0, 10));
  await page.getByLabel('Time').fill('12:00');
  await page.getByLabel('Repeat').selectOption('Every 2 weeks');
  await expect(dates(page)).toHaveCount(4);
  // Noon in Kathmandu, which is 5:45 ahead.
  await make.appointment({ doctor, startsAt: new Date(+day + 4 * WEEK + 6.25 * 3_600_000) });
  await page.getByLabel('Reason').fill('Physiotherapy');
  await page.getByRole('button', { name: 'Book and confirm 4 visits' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Not every date is free.' })).toBeVisible();
  await expect(dates(page).nth(2)).toContainText('Taken');
  await page.getByRole('button', { name: 'Leave this date out and book the other 3' }).click();
  await page.getByRole('button', { name: 'Book and confirm 3 visits' }).click();
  await expect(page.getByRole('heading', { name: 'Every 2 weeks, visit 1 of 3' })).toBeVisible();
});

for (const [width, colorScheme] of [
  [360, 'light'],
  [1280, 'dark'],
] as const) {
  test(`nothing stands against series: ${width} pixels, ${colorScheme}`, async ({ make, signIn, anotherBrowser }) => {
    const context = await anotherBrowser({ colorScheme, viewport: { width, height: 800 } });
    const doctor = await make.person({ role: 'DOCTOR', zone: STEADY });
    const patient = await make.person();
    const seriesId = await make.series(doctor);
    const ids: string[] = [];
    for (const startsIn of [60, 24 * 60, 48 * 60]) {
      ids.push((await make.appointment({ doctor, patient, startsIn, status: 'PENDING', seriesId })).id);
    }
    await signIn(doctor, context);
    const page = await context.newPage();
    const check = async (path: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(overflow), path).toBe(0);
    };
    for (const path of ['/', '/requests', `/appointments/${ids[1]}`, `/appointments/${ids[1]}/move?scope=all`]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await check(path);
    }
    await page.goto(`/book-for?patient=${patient.id}`);
    await expect(page.getByRole('button', { name: 'Book and confirm' })).toBeEnabled();
    await page.getByLabel('Time').fill('12:00');
    await page.getByLabel('Repeat').selectOption('Every month');
    await expect(dates(page)).toHaveCount(4);
    await check('/book-for');
  });
}
