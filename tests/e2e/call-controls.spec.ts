import type { Locator, Page } from '@playwright/test';
import { expectClear, expectWithin } from './support/boxes';
import { openedTracks } from './support/call-media';
import { control, expect, test } from './support/call-page';
import { chat, write } from './support/chat';

const screenOf = (page: Page, name: string) => page.getByRole('region', { name: `Screen of ${name}` }).locator('video');
const self = (page: Page) => page.getByRole('button', { name: /^Your picture/ });
const messages = (page: Page) => chat(page).getByRole('listitem');

/** Of this very element: another picture may move beside it. */
async function expectPlaying(video: Locator) {
  const frames = () =>
    video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
  const before = await frames();
  await expect.poll(frames, { intervals: [100] }).toBeGreaterThan(before + 2);
}

test('microphone and camera off and on are seen by the other', async ({ call }) => {
  const { doctor, patient, appointment } = call;
  const other = doctor.getByRole('region', { name: `Picture of ${appointment.patient.name}` });

  await control(patient, 'Microphone, on').click();
  await expect(other.getByText(`${appointment.patient.name}: microphone off`)).toBeVisible();
  await expect(self(patient)).toContainText('Your microphone is off');
  await control(patient, 'Microphone, off').click();
  await expect(other.getByText(`${appointment.patient.name}: microphone off`)).toBeHidden();

  await control(patient, 'Camera, on').click();
  await expect(other.getByText(`The camera of ${appointment.patient.name} is off`)).toBeVisible();
  await expect.poll(async () => (await openedTracks(patient)).live).toEqual(['audio']);
  await control(patient, 'Camera, off').click();
  await expect(other.getByText(`The camera of ${appointment.patient.name} is off`)).toBeHidden();
  await expectPlaying(other.getByLabel(`Picture of ${appointment.patient.name}`));
});

test('with a panel open on a phone, what stands in place of a face lies clear of the name and of the own picture', async ({
  call,
}) => {
  const { doctor, patient, appointment } = call;
  const { name } = appointment.patient;
  await doctor.setViewportSize({ width: 360, height: 740 });
  await control(patient, 'Camera, on').click();
  const other = doctor.getByRole('region', { name: `Picture of ${name}` });
  const words = other.getByText(`The camera of ${name} is off`);
  for (const opener of ['Chat', 'More'] as const) {
    await control(doctor, opener).click();
    await expect(doctor.getByRole('dialog')).toBeVisible();
    await expect(words).toBeVisible();
    await expectClear(words, other.getByText(name, { exact: true }), self(doctor));
    await expectWithin(words.locator('..').locator('[aria-hidden]'), other);
    await doctor.keyboard.press('Escape');
  }
  await control(patient, 'Leave').click();
  await control(doctor, 'More').click();
  const waiting = other.getByText(`Waiting for ${name}`);
  await expect(waiting).toBeVisible();
  await expectClear(waiting, self(doctor));
  await expectWithin(waiting.locator('..'), other);
});

test('a shared screen is seen by the other until it is stopped', async ({ call }) => {
  const { doctor, patient, appointment } = call;
  await control(doctor, 'Screen, not shared').click();
  await expectPlaying(screenOf(patient, appointment.doctor.name));
  // The line says what just happened first, for some seconds.
  await expect(patient.getByText(`${appointment.doctor.name} is sharing the screen`)).toBeVisible({ timeout: 10_000 });
  await expect(doctor.getByText('You are sharing your screen')).toBeVisible({ timeout: 10_000 });
  await control(doctor, 'Screen, shared').click();
  await expect(patient.getByText(`${appointment.doctor.name} is sharing the screen`)).toBeHidden();
  await expect(control(doctor, 'Screen, not shared')).toBeVisible();
});

test('what is written reaches both and outlives a reload; a raised hand is seen', async ({ call }) => {
  const { doctor, patient, appointment } = call;
  await control(doctor, 'Chat').click();
  await write(doctor, 'How is the breathing?');
  await control(patient, 'Chat, new messages: 1').click();
  await expect(messages(patient)).toContainText(['How is the breathing?']);
  await write(patient, 'Better since Monday.');
  const both = ['How is the breathing?', 'Better since Monday.'];
  await expect(messages(doctor)).toContainText(both);

  await patient.reload();
  await control(patient, /^Chat/).click();
  await expect(messages(patient)).toContainText(both);

  await control(patient, 'Hand, not raised').click();
  await expect(doctor.getByText(`${appointment.patient.name} raised a hand`)).toBeVisible({ timeout: 10_000 });
  await control(patient, 'Hand, raised').click();
  await expect(doctor.getByText(`${appointment.patient.name} raised a hand`)).toBeHidden();
});

test('a double tap on Join, on a slow phone, presses nothing of the call that comes under the finger', async ({
  make,
  signIn,
  context,
  page,
}) => {
  const { id, patient } = await make.appointment({ startsIn: 5 });
  await signIn(patient);
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const join = page.getByRole('button', { name: 'Join', exact: true });
  // Along the button, under which the dock comes.
  for (const [width, height, part] of [
    [375, 667, 0.1],
    [360, 640, 0.5],
    [320, 568, 0.9],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(`/appointments/${id}/call`);
    await expect(join).toBeEnabled();
    const { width: long = 0 } = (await join.boundingBox()) ?? {};
    await join.dblclick({ position: { x: long * part, y: 20 } });
    await expect(control(page, 'Leave')).toBeVisible();
    await expect(control(page, 'Microphone, on')).toBeVisible();
    await expect(control(page, 'Camera, on')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await control(page, 'Leave').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'You have left the call' })).toBeVisible();
  }
  await page.goto(`/appointments/${id}/call`);
  // And elsewhere they work at once.
  await join.click();
  await control(page, 'Microphone, on').click();
  await expect(control(page, 'Microphone, off')).toBeVisible();
});
