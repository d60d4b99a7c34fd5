import type { Page } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import { expectPictureAndSound, expectReleased, expectUdp, probeMedia } from './support/call-media';
import { control, expect, join, test } from './support/call-page';

async function signIn(page: Page, { email, password }: TestPerson) {
  await page.goto('/');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('patient and doctor sign in, find their appointment, talk, leave and come back', async ({
  make,
  anotherBrowser,
}) => {
  const appointment = await make.appointment();
  const [theirs, hers] = await Promise.all([anotherBrowser(), anotherBrowser()]);
  await Promise.all([probeMedia(theirs), probeMedia(hers)]);
  const [patient, doctor] = await Promise.all([theirs.newPage(), hers.newPage()]);

  await signIn(patient, appointment.patient);
  await patient.getByRole('button', { name: 'Schedule' }).click();
  const schedule = patient.getByRole('dialog', { name: 'Your appointments' });
  await schedule.getByRole('link', { name: 'Join Video Call' }).click();
  await join(patient);
  await expect(patient.getByText(`Waiting for ${appointment.doctor.name}`)).toBeVisible();

  await signIn(doctor, appointment.doctor);
  await expect(doctor.getByRole('heading', { name: 'This Week’s Appointments' })).toBeVisible();
  await doctor.getByRole('link', { name: 'Video Call' }).click();
  await join(doctor);

  await Promise.all([expectPictureAndSound(patient), expectPictureAndSound(doctor)]);
  await Promise.all([expectUdp(patient), expectUdp(doctor)]);
  await expect(patient.getByText(`${appointment.doctor.name} is here.`)).toBeVisible();

  await control(patient, 'Leave').click();
  await expect(patient.getByRole('heading', { name: 'You have left the call' })).toBeFocused();
  await expectReleased(patient);
  await expect(doctor.getByText(`${appointment.patient.name} has left.`)).toBeVisible();
  await expect(doctor.getByText(`Waiting for ${appointment.patient.name}`)).toBeVisible();

  await expect(doctor.getByText(`The call goes on as soon as ${appointment.patient.name} comes back.`)).toBeVisible();

  // Whoever slipped comes back by the door; whoever meant it goes on.
  await patient.getByRole('button', { name: 'Join again' }).click();
  await join(patient);
  await Promise.all([expectPictureAndSound(patient), expectPictureAndSound(doctor)]);
  await control(patient, 'Leave').click();
  await patient.getByRole('link', { name: 'Leave this page' }).click();
  await expect(patient).toHaveURL('/schedule');
  await patient.getByRole('link', { name: 'Join Video Call' }).click();
  await join(patient);
  await Promise.all([expectPictureAndSound(patient), expectPictureAndSound(doctor)]);
  // Whoever slipped by the browser's own button has the way in before them, and it is alive.
  await patient.goBack();
  await expect(patient).toHaveURL('/schedule');
  await expect(patient.getByRole('link', { name: 'Join Video Call' })).toBeEnabled({ timeout: 3_000 });
  // Who has twenty visits a day is led on at once.
  await control(doctor, 'Leave').click();
  await expect(doctor).toHaveURL('/');
});
