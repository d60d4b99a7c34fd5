import type { Page } from '@playwright/test';
import { callPath, control, expect, join, test } from './support/call-page';
import { chat, write } from './support/chat';
import { setHidden } from './support/hidden';

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

test('what is being written stays when its panel closes in the middle', async ({ call: { patient } }) => {
  const field = chat(patient).getByRole('textbox', { name: 'Write a message' });
  await open(patient);
  await field.fill('It began on Monday, when');
  // Escape takes back a word that is being composed, as of an input method, and closes nothing.
  await field.evaluate((it) =>
    it.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true })),
  );
  await expect(field).toBeVisible();
  await patient.keyboard.press('Escape');
  await expect(chat(patient)).toHaveCount(0);
  await control(patient, 'More').click();
  await open(patient);
  await expect(field).toHaveValue('It began on Monday, when');
  await field.press('Enter');
  await expect(messages(patient)).toContainText(['It began on Monday, when']);
  await expect(field).toHaveValue('');
});

test('whoever reads further up stays there, and a hidden tab has read nothing', async ({
  call: { doctor, patient },
}) => {
  await Promise.all([open(doctor), open(patient)]);
  for (let i = 1; i <= 14; i++) await write(doctor, `Take ${i} of these\nevery morning, and drink enough with it.`);
  await expect(messages(patient)).toHaveCount(14);
  const list = chat(patient).getByRole('list', { name: 'Messages' });
  await expect(messages(patient).last()).toBeInViewport();
  await list.evaluate((it) => it.scrollTo(0, 0));
  await write(doctor, 'And call me on Friday.');
  await expect(messages(patient)).toHaveCount(15);
  expect(await list.evaluate((it) => it.scrollTop)).toBe(0);
  const below = chat(patient).getByRole('button', { name: 'New message below' });
  await below.click();
  await expect(messages(patient).last()).toBeInViewport();
  await expect(below).toHaveCount(0);
  await list.evaluate((it) => it.scrollTo(0, 0));
  await write(patient, 'I will.');
  await expect(messages(patient).last()).toBeInViewport();
  // The receipt of one's own makes no difference either.
  await list.evaluate((it) => it.scrollTo(0, 0));
  await expect(chat(patient).getByText(LATE)).toHaveCount(0);
  expect(await list.evaluate((it) => it.scrollTop)).toBe(0);

  await patient.evaluate(setHidden, true);
  await write(doctor, 'One more thing.');
  await expect(patient).toHaveTitle(/^\(1\) /);
  await patient.evaluate(setHidden, false);
  await expect(patient).toHaveTitle(/^[^(]/);
});
