import type { Locator, Page } from '@playwright/test';
import { callPath, control, expect, join, test } from './support/call-page';
import { chat, write } from './support/chat';
import { forbid, holdCamera } from './support/refused-devices';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });
const door = (page: Page) => page.getByRole('main', { name: 'Ready to go in?' });

/** Runs in the page: keeps the regions that a screen reader listens to by now. */
function keepRegions() {
  const regions = [...document.querySelectorAll('[role=status], [aria-live]')].filter((it) => it.checkVisibility());
  Object.assign(globalThis, { regions });
}

/** Expects these words to be read out: in a region that was there before them, and without what is pressed. */
async function expectRead(page: Page, words: string): Promise<void> {
  const region = page.getByRole('status').filter({ hasText: words });
  await expect(region).toBeVisible();
  expect(await region.evaluate((it) => (globalThis as unknown as { regions: Element[] }).regions.includes(it))).toBe(
    true,
  );
  await expect(region.getByRole('button')).toHaveCount(0);
}

/** Presses by key what goes by being pressed. */
async function use(target: Locator): Promise<void> {
  await target.press('Enter');
  await expect(target).toHaveCount(0);
}

test('a panel that closes gives the focus to the button of its own, whatever opened it', async ({
  call: { doctor, patient, appointment },
}) => {
  const field = chat(patient).getByRole('textbox', { name: 'Write a message' });
  await control(doctor, 'Chat').click();
  await write(doctor, 'How is the breathing?');
  await use(button(patient, `${appointment.doctor.name}: How is the breathing?`));
  await expect(field).toBeFocused();
  await patient.keyboard.press('Escape');
  await expect(chat(patient)).toHaveCount(0);
  await expect(control(patient, 'Chat')).toBeFocused();

  // One in place of the other.
  await control(patient, 'Chat').press('Enter');
  await expect(field).toBeFocused();
  await control(patient, 'More').click();
  await expect(settings(patient).getByRole('heading', { name: 'Settings' })).toBeFocused();
  await use(settings(patient).getByRole('button', { name: 'Close' }));
  await expect(control(patient, 'More')).toBeFocused();

  await button(patient, 'Details').press('Enter');
  await expect(patient.getByRole('dialog').getByRole('heading', { name: 'Details' })).toBeFocused();
  await patient.keyboard.press('Escape');
  await expect(button(patient, 'Details')).toBeFocused();

  // Who has gone on to something else stays there.
  await control(patient, 'More').press('Enter');
  await expect(settings(patient)).toBeVisible();
  await control(patient, 'Hand, not raised').focus();
  await patient.keyboard.press('Escape');
  await expect(settings(patient)).toHaveCount(0);
  await expect(control(patient, 'Hand, not raised')).toBeFocused();
});

test('a microphone that comes is read out, and the focus is not lost with the button that takes it', async ({
  call: { patient },
}) => {
  await patient.evaluate(keepRegions);
  await patient.evaluate(() => {
    const { mediaDevices } = navigator;
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    const headset = { deviceId: 'headset', kind: 'audioinput', label: 'Headset', groupId: '' } as MediaDeviceInfo;
    mediaDevices.enumerateDevices = async () => [...(await list()), headset];
    mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await expectRead(patient, 'A new microphone is there: Headset');
  await use(button(patient, 'Use it'));
  await expect(patient.getByRole('main')).toBeFocused();
});

test('a camera that is refused in the call is read out, and the focus is not lost with its buttons', async ({
  call: { patient },
}) => {
  const words = 'Your browser may not use the camera.';
  await control(patient, 'Camera, on').click();
  await expect(control(patient, 'Camera, off')).toBeVisible();
  await patient.evaluate(forbid);
  // What is drawn in few calls is fetched by now.
  await control(patient, 'More').click();
  await expect(patient.getByRole('dialog')).toBeVisible();
  await patient.keyboard.press('Escape');
  await patient.evaluate(keepRegions);
  await control(patient, 'Camera, off').click();
  await expectRead(patient, words);
  await use(button(patient, 'Close'));
  await expect(patient.getByRole('main')).toBeFocused();

  await control(patient, 'Camera, off').click();
  await expectRead(patient, words);
  await patient.evaluate(() => (globalThis as unknown as { allow: () => void }).allow());
  await use(button(patient, 'Try again'));
  await expect(control(patient, 'Camera, on')).toBeVisible();
  await expect(patient.getByRole('main')).toBeFocused();
});

test('at the door the focus is not lost with the button of a trouble that is over', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await page.addInitScript(holdCamera);
  await page.goto(callPath(appointment));
  await expect(page.getByRole('heading', { name: 'Your camera is in use' })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('camera-let-go')));
  await use(button(page, 'Try again'));
  await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await expect(door(page)).toBeFocused();
});

test('whoever comes back to the door has the focus there; whoever comes first has it nowhere', async ({
  make,
  caller,
}) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await page.goto(callPath(appointment));
  await expect(button(page, 'Join')).toBeEnabled();
  await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await join(page);
  await control(page, 'Leave').press('Enter');
  await expect(page.getByRole('heading', { name: 'You have left the call' })).toBeFocused();
  await use(button(page, 'Join again'));
  await expect(door(page)).toBeFocused();
});

test('who leaves another call for this one has the focus at its door, and where the other ended', async ({
  make,
  caller,
  announce,
}) => {
  announce(/status of 409.*video-token/);
  const doctor = await make.person({ role: 'DOCTOR' });
  const [first, second] = [await make.appointment({ doctor }), await make.appointment({ doctor, startsIn: -55 })];
  const page = await caller(doctor);
  await page.goto(callPath(first));
  await join(page);
  const other = await page.context().newPage();
  await other.goto(callPath(second));
  await use(button(other, 'Leave it and come into this one'));
  await expect(door(other)).toBeFocused();
  await join(other);
  await expect(page.getByRole('heading', { name: 'You are in another call' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('the same words a second time are read a second time', async ({ call: { doctor, patient, appointment } }) => {
  await patient.evaluate(() => {
    const read: string[] = [];
    Object.assign(globalThis, { read });
    const region = document.querySelector('#main [aria-live=polite]');
    if (!region?.checkVisibility()) throw new Error('nothing is listened to');
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) read.push(...[...addedNodes].map(({ textContent }) => textContent ?? ''));
    }).observe(region, { childList: true, subtree: true });
  });
  const read = () => patient.evaluate(() => (globalThis as unknown as { read: string[] }).read);
  const words = `${appointment.doctor.name} wrote: hello?`;
  await control(doctor, 'Chat').click();
  await write(doctor, 'hello?');
  await expect.poll(read).toEqual([words]);
  await write(doctor, 'hello?');
  await expect.poll(read).toEqual([words, words]);
});
