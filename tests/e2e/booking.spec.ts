import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { clockIn, HOUR, MINUTE } from './support/times';

test.use({ viewport: { width: 390, height: 844 } });

const times = (page: Page) => page.getByRole('group', { name: /^Time on / }).getByRole('radio');
const reason = (page: Page) => page.getByRole('textbox', { name: 'Why do you want to be seen?' });
const submit = (page: Page) => page.getByRole('button', { name: 'Ask for this visit' });

/** A start on a full hour, some hours ahead, as the hours of a test's doctor make them: every day, slots of 50 and breaks of 10 minutes. */
const hoursAhead = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR);

test('a patient books from home on: doctor, day, time, kind, reason', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Nora Walsh', zone: 'America/St_Johns' });
  const patient = await make.person({ zone: 'Asia/Kathmandu' });
  await signIn(patient);
  await page.goto('/');
  await page.getByRole('link', { name: 'Book a visit' }).click();
  const article = page.getByRole('article', { name: doctor.name });
  await expect(article).toContainText('Cardiology');
  await expect(article).toContainText('Speaks English');
  await expect(article).toContainText(/Next free time: (Today|Tomorrow), \d\d:\d\d/);
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
  await page.goto(`/book/${doctor.id}`);
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\?from=/);
  await reason(page).fill('Dizzy in the morning');
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
  await page.goto(`/book/${doctor.id}`);
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\?from=/);
  await reason(page).fill('Dizzy in the morning');
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
  await page.goto(`/book/${doctor.id}`);
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\?from=/);
  await reason(page).fill('Dizzy in the morning');
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

test('a patient cancels with a word to the doctor', async ({ make, signIn, page, prisma }) => {
  const { id, patient } = await make.appointment({ startsIn: 300 });
  await signIn(patient);
  await page.goto('/schedule');
  await page.getByRole('link', { name: 'Details, move or cancel' }).click();
  await expect(page).toHaveURL(`/appointments/${id}`);
  const open = page.getByRole('button', { name: 'Cancel the visit' });
  const dialog = page.getByRole('dialog', { name: 'Cancel this visit?' });
  await open.click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await dialog.getByRole('textbox').fill('I am better');
  await dialog.getByRole('button', { name: 'Cancel the visit' }).click();
  await expect(page.getByText('Canceled', { exact: true })).toBeVisible();
  await expect(page.getByText('I am better')).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toContainText(`${patient.name} canceled.`);
  await expect(open).toHaveCount(0);
  expect(await prisma.appointment.findUnique({ where: { id } })).toMatchObject({
    status: 'CANCELED',
    closingNote: 'I am better',
  });
});

test('a change that comes second says what happened meanwhile', async ({ make, signIn, page, anotherBrowser }) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const { id, patient } = await make.appointment({ doctor, startsAt: hoursAhead(30), length: 50 });
  await signIn(patient);
  await page.goto(`/appointments/${id}`);
  await page.getByRole('button', { name: 'Cancel the visit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this visit?' });
  const theirs = await anotherBrowser();
  await signIn(doctor, theirs);
  const data = { revision: 1, startsAt: hoursAhead(33).toISOString() };
  expect((await theirs.request.post(`/api/appointments/${id}/reschedule`, { data })).status()).toBe(200);
  await dialog.getByRole('button', { name: 'Cancel the visit' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'has changed meanwhile: it is confirmed' })).toBeVisible();
  await expect(page.getByText(clockIn(patient.zone, hoursAhead(33))).first()).toBeVisible();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('another time for a confirmed visit is a proposal; the visit stays', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Nora Walsh' });
  const { id, patient, startsAt } = await make.appointment({ doctor, startsAt: hoursAhead(50), length: 50 });
  await signIn(patient);
  await page.goto(`/appointments/${id}`);
  await page.getByRole('link', { name: 'Move to another time' }).click();
  await expect(page.getByText(/Your visit stays as it is until Dr Walsh answers/)).toBeVisible();
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\?from=/);
  await times(page).nth(4).check();
  const proposed = new Date((await times(page).nth(4).getAttribute('value')) ?? '');
  await page.getByRole('button', { name: 'Ask for this time' }).click();
  await expect(page).toHaveURL(`/appointments/${id}?done=proposed`);
  const says = page.getByText(/^You asked for .* instead\. Until Dr Walsh answers/);
  await expect(says).toContainText(clockIn(patient.zone, proposed));
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  expect(await prisma.appointment.findUnique({ where: { id } })).toMatchObject({
    startsAt,
    proposedStartsAt: proposed,
  });
  await page.goto('/');
  await expect(page.getByText(/^You asked for .* Dr Walsh has not answered yet\.$/)).toBeVisible();
});

test('the doctor accepts it on the same page', async ({ make, signIn, page, prisma }) => {
  const { id, doctor } = await make.appointment({ startsAt: hoursAhead(50), length: 50 });
  const proposedStartsAt = hoursAhead(60);
  const proposedEndsAt = new Date(proposedStartsAt.getTime() + 50 * MINUTE);
  await prisma.appointment.update({ where: { id }, data: { proposedStartsAt, proposedEndsAt } });
  await signIn(doctor);
  await page.goto(`/appointments/${id}`);
  await page.getByRole('button', { name: 'Accept the other time' }).click();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('accepted the other time');
  expect(await prisma.appointment.findUnique({ where: { id } })).toMatchObject({
    startsAt: proposedStartsAt,
    proposedStartsAt: null,
  });
});

test('a doctor moves a visit at once, to a free time or to one outside the hours', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 9 * 60, endMinute: 12 * 60 }));
  const doctor = await make.person({ role: 'DOCTOR', zone: 'Europe/London', hours });
  const { id } = await make.appointment({ doctor, startsAt: hoursAhead(80), length: 50 });
  await signIn(doctor);
  await page.goto(`/appointments/${id}/move`);
  await times(page).first().check();
  const free = new Date((await times(page).first().getAttribute('value')) ?? '');
  await page.getByRole('button', { name: 'Move to this time' }).first().click();
  await expect(page).toHaveURL(`/appointments/${id}?done=moved`);
  const start = async () => (await prisma.appointment.findUnique({ where: { id } }))?.startsAt;
  expect(await start()).toEqual(free);

  const typed = async (date: string, time: string) => {
    await page.goto(`/appointments/${id}/move`);
    await page.getByLabel('Date').fill(date);
    await page.getByRole('textbox', { name: 'Time' }).fill(time);
    await page.getByRole('button', { name: 'Move to this time' }).last().click();
  };
  const year = new Date().getUTCFullYear() + 1;
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month, 0));
    return new Date(last.getTime() - last.getUTCDay() * 24 * HOUR).toISOString().slice(0, 10);
  };
  // The clocks of London go forward over 01:30 in spring and back over it in autumn.
  await typed(lastSunday(3), '1:30');
  await expect(page.getByText('There is no 01:30 on this day')).toBeVisible();
  await typed(lastSunday(10), '1:30');
  await expect(page.getByText('01:30 comes twice on this day')).toBeVisible();
  await page.getByRole('radio', { name: '01:30, the second time' }).check();
  await page.getByRole('button', { name: 'Move to this time' }).last().click();
  await expect(page).toHaveURL(`/appointments/${id}?done=moved`);
  expect(await start()).toEqual(new Date(`${lastSunday(10)}T01:30:00Z`));
});

test('for everyone else an appointment does not exist', async ({ make, signIn, context, anotherBrowser }) => {
  const { id } = await make.appointment({ reason: 'Nobody may read this' });
  const paths = [`/appointments/${id}`, `/appointments/${id}/move`, `/api/appointments/${id}/calendar.ics`];
  for (const role of ['PATIENT', 'DOCTOR'] as const) {
    const other = await anotherBrowser();
    await signIn(await make.person({ role }), other);
    for (const path of paths) {
      const answer = await other.request.get(path);
      expect(answer.status(), `${role} ${path}`).toBe(404);
      expect(await answer.text()).not.toContain('Nobody may read this');
    }
  }
  await signIn(await make.person());
  for (const path of ['/appointments/nothing', `/book/${id}`, '/book/nothing']) {
    expect((await context.request.get(path)).status(), path).toBe(404);
  }
});

test('the front desk sees an appointment without its reason', async ({ make, signIn, page }) => {
  const { id, patient } = await make.appointment({ startsIn: 300, reason: 'Nobody may read this' });
  await signIn(await make.person({ role: 'ADMIN' }));
  await page.goto(`/appointments/${id}`);
  await expect(page.getByText(patient.name).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel the visit' })).toBeVisible();
  expect(await page.content()).not.toContain('Nobody may read this');
});

test('the calendar file names whom one meets, never why', async ({ make, signIn, context }) => {
  const { id, patient, doctor } = await make.appointment({ startsIn: 300, reason: 'Nobody may read this' });
  await signIn(patient);
  const answer = await context.request.get(`/api/appointments/${id}/calendar.ics`);
  expect(answer.status()).toBe(200);
  const text = (await answer.text()).replaceAll('\r\n ', '');
  expect(text).toContain(`SUMMARY:Video visit with ${doctor.name}`);
  expect(text).not.toContain('Nobody may read this');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`narrow, in Spanish, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme, locale: 'es-ES' });

    test('every page can be used by everyone', async ({ make, signIn, page, prisma }) => {
      const doctor = await make.person({ role: 'DOCTOR', zone: 'America/St_Johns', locale: 'es' });
      const patient = await make.person({ locale: 'es', zone: 'Asia/Kathmandu' });
      const { id } = await make.appointment({ doctor, patient, startsAt: hoursAhead(50), length: 50 });
      const proposedStartsAt = hoursAhead(60);
      await prisma.appointment.update({
        where: { id },
        data: { proposedStartsAt, proposedEndsAt: new Date(proposedStartsAt.getTime() + 50 * MINUTE) },
      });
      const look = async (path: string, before?: () => Promise<unknown>) => {
        await page.goto(path);
        await before?.();
        // It comes with the end of the page's stream.
        await expect(page, path).toHaveTitle(/./);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, path).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)]),
          path,
        ).toEqual([]);
      };
      await signIn(patient);
      await look('/');
      await look('/book');
      await look(`/book/${doctor.id}`, async () => {
        await page
          .getByRole('group', { name: /^Hora,/ })
          .getByRole('radio')
          .first()
          .check();
        await page.getByRole('button', { name: 'Pedir esta cita' }).click();
        await expect(page.getByRole('alert').filter({ hasText: 'Elija cómo' })).toBeVisible();
      });
      await look(`/appointments/${id}/move`);
      await look(`/appointments/${id}?done=proposed`);
      await look(`/appointments/${id}`, () => page.getByRole('button', { name: 'Cancelar la cita' }).click());
      await signIn(doctor);
      await look(`/appointments/${id}`);
    });
  });
}
