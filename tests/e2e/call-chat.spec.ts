import type { Page } from '@playwright/test';
import { callPath, control, expect, join, test } from './support/call-page';
import { chat, write } from './support/chat';

const messages = (page: Page) => chat(page).getByRole('listitem').filter({ hasText: /\w/ });
const open = (page: Page) => control(page, /^Chat/).click();
/** Seconds since the start, as the page shows them. */
const elapsed = async (page: Page) => {
  const [seconds = 0, minutes = 0] = ((await page.locator('[data-elapsed]').textContent()) ?? '').split(':').reverse();
  return Number(minutes) * 60 + Number(seconds);
};
const LATE = 'Not delivered yet';

test('whoever comes, on another device too, reads what was written to and by them, each time', async ({
  call: { doctor, patient, appointment },
  caller,
  announce,
}) => {
  // A displaced page asks whether its call was begun elsewhere.
  announce(/status of 409/);
  await Promise.all([open(doctor), open(patient)]);
  await write(doctor, 'How is the breathing?');
  await expect(messages(patient)).toContainText(['How is the breathing?']);
  await write(patient, 'Better since Monday: https://diary.example/maria');
  await expect(messages(doctor)).toHaveCount(2);
  await expect(messages(doctor).last().getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(messages(doctor).last()).toContainText(/\d\d:\d\d/);
  await control(doctor, 'Hand, not raised').click();
  const both = ['How is the breathing?', 'Better since Monday'];

  for (let i = 0; i < 2; i++) {
    const phone = await caller(appointment.patient);
    await phone.goto(callPath(appointment));
    await join(phone);
    await expect(phone.getByText(`${appointment.doctor.name} raised a hand`)).toBeVisible();
    await open(phone);
    await expect(messages(phone)).toContainText(both);
    await expect(messages(phone).last()).toContainText('You');
    await expect(chat(phone).getByText(LATE)).toHaveCount(0);
    // One and the same talk: with a beginning of its own it would be shorter by all that came before.
    const [here, there] = await Promise.all([elapsed(phone), elapsed(doctor)]);
    expect(Math.abs(here - there)).toBeLessThan(3);
    await phone.close();
  }
});

test('what has not arrived is said not to have, until it has', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const [doctor, patient] = [await caller(appointment.doctor), await caller(appointment.patient)];
  await patient.goto(callPath(appointment));
  await join(patient);
  await open(patient);
  await write(patient, 'I am here already.');
  await expect(messages(patient).getByText(LATE)).toBeVisible();
  await doctor.goto(callPath(appointment));
  await expect(doctor.getByText(`${appointment.patient.name} is in the call already.`)).toBeVisible();
  await join(doctor);
  await open(doctor);
  await expect(messages(doctor)).toContainText(['I am here already.']);
  await expect(messages(patient).getByText(LATE)).toHaveCount(0);
  await write(patient, 'Good morning.');
  await expect(messages(doctor)).toContainText(['I am here already.', 'Good morning.']);
  await expect(messages(patient).getByText(LATE)).toHaveCount(0);
});
