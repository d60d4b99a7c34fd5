import { hoursAhead } from './support/booking';
import { expect, test } from './support/fixtures';
import { clockIn } from './support/times';

test.use({ viewport: { width: 390, height: 844 } });

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
