import { hoursAhead, times } from './support/booking';
import { expect, test } from './support/fixtures';
import { clockIn, HOUR, MINUTE } from './support/times';

test.use({ viewport: { width: 390, height: 844 } });

test('another time for a confirmed visit is a proposal; the visit stays', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Nora Walsh' });
  const { id, patient, startsAt } = await make.appointment({ doctor, startsAt: hoursAhead(50), length: 50 });
  await signIn(patient);
  await page.goto(`/appointments/${id}`);
  await page.getByRole('link', { name: 'Move to another time' }).click();
  await expect(page.getByText(/Your visit stays as it is until Dr Walsh answers/)).toBeVisible();
  // The time that it has is no other time.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: patient.zone }).format(startsAt);
  await page.goto(`/appointments/${id}/move?from=${day}`);
  await page.locator(`input[name=day][value="${day}"]`).check();
  await expect(times(page).first()).toBeVisible();
  await expect(page.locator(`input[value="${startsAt.toISOString()}"]`)).toHaveCount(0);
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
