import type { Page } from '@playwright/test';
import { openedTracks } from './support/call-media';
import { callPath, control, expect, test } from './support/call-page';
import { askedSpeakers, heldSound, lastRecording, playedSounds, probeSound } from './support/sound-probe';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const summary = (page: Page) => page.locator('summary', { hasText: 'Test sound' });
const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

/** At the door, with camera and microphone open and the test closed. */
async function toDoor(page: Page, appointment: { id: string }) {
  await probeSound(page);
  await page.goto(callPath(appointment));
  await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await expect(button(page, 'Turn microphone off')).toBeEnabled();
}

async function openTest(page: Page) {
  await summary(page).click();
  await expect(button(page, 'Play a sound')).toBeVisible();
}

test('two notes are played, on the speaker that is chosen', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script';
    if (isScript) scripts.push(response.text().catch(() => ''));
  });
  await toDoor(page, appointment);
  const makesNotes = async () => (await Promise.all(scripts)).some((text) => text.includes('OscillatorNode'));
  expect(await makesNotes()).toBe(false);

  // By the keyboard, as it is opened without a mouse.
  await summary(page).focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Play a sound')).toBeVisible();
  expect(await makesNotes()).toBe(true);
  const before = await heldSound(page);
  await button(page, 'Play a sound').click();
  await expect(button(page, 'Stop')).toBeFocused();
  await expect(button(page, 'Hear yourself')).toBeDisabled();
  await expect.poll(async () => (await playedSounds(page))[0]?.played ?? 0, { intervals: [50] }).toBeGreaterThan(0.2);
  await expect(said(page, 'You should have heard two notes.')).toBeVisible();
  const [sound] = await playedSounds(page);
  expect(sound).toMatchObject({ isRecording: false, paused: true });
  expect(sound?.peak).toBeGreaterThan(0.1);
  await expect.poll(() => heldSound(page)).toEqual(before);

  const speakers = page.getByRole('combobox', { name: 'Speaker' });
  // A browser without speakers has no choice to show.
  if ((await speakers.count()) === 0 || (await speakers.locator('option').count()) < 2) return;
  await speakers.selectOption({ index: 1 });
  const chosen = await speakers.inputValue();
  // By a key: a tap where the last one was might count as its second.
  await button(page, 'Play a sound').press('Enter');
  await expect.poll(() => askedSpeakers(page)).toEqual([chosen]);
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('anteroom-devices') ?? '{}'));
  expect(kept).toMatchObject({ speaker: chosen });

  // Chosen after the call's room was made, and the call's own all the same.
  await button(page, 'Join').click();
  await control(page, 'More').click();
  await expect(page.getByRole('combobox', { name: 'Speaker' })).toHaveValue(chosen);
});

test('five seconds of the microphone are recorded and played back', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await toDoor(page, appointment);
  await openTest(page);
  const before = await heldSound(page);
  const opened = (await openedTracks(page)).all;

  await button(page, 'Hear yourself').click();
  await expect(said(page, 'Speak now, for five seconds.')).toBeAttached();
  await expect(page.getByText('Speak now: 3')).toBeVisible();
  await expect(button(page, 'Play a sound')).toBeDisabled();
  expect((await heldSound(page)).recorders).toEqual(['recording']);
  await expect(said(page, 'This is what others hear.')).toBeVisible();
  expect(await heldSound(page)).toMatchObject({ recorders: ['inactive'], urls: 1, playing: 1 });
  await expect(said(page, 'If you heard nothing')).toBeVisible({ timeout: 15_000 });

  const [sound] = await playedSounds(page);
  expect(sound).toMatchObject({ isRecording: true, ended: true, paused: true });
  expect(sound?.played).toBeGreaterThan(4);
  const recording = await lastRecording(page);
  expect(recording?.seconds).toBeGreaterThan(4);
  expect(recording?.seconds).toBeLessThan(6.5);
  expect(recording?.peak).toBeGreaterThan(0.001);
  await expect.poll(() => heldSound(page)).toEqual({ ...before, recorders: ['inactive'] });
  expect((await openedTracks(page)).all).toEqual(opened);
});

test('closing the test ends it, and a second tap does not', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await toDoor(page, appointment);
  const before = await heldSound(page);
  await openTest(page);
  await button(page, 'Hear yourself').dblclick();
  await expect(page.getByText('Speak now: 4')).toBeVisible();
  await button(page, 'Stop').click();
  await expect(button(page, 'Hear yourself')).toBeEnabled();
  await expect(page.getByText(/Speak now/)).toHaveCount(0);
  await expect.poll(() => heldSound(page)).toEqual({ ...before, recorders: ['inactive'] });

  await button(page, 'Play a sound').click();
  await expect.poll(async () => (await heldSound(page)).playing).toBe(1);
  await summary(page).click();
  await expect(button(page, 'Stop')).toHaveCount(0);
  await expect.poll(() => heldSound(page)).toEqual({ ...before, recorders: ['inactive'] });
});

test('a microphone that is off is not recorded, nor one that is turned off meanwhile', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await toDoor(page, appointment);
  await openTest(page);
  const turnOnFirst = said(page, 'Your microphone is not on. Turn it on first');
  await button(page, 'Turn microphone off').click();
  await expect(button(page, 'Turn microphone on')).toBeVisible();
  await button(page, 'Hear yourself').click();
  await expect(turnOnFirst).toBeVisible();
  expect((await heldSound(page)).recorders).toEqual([]);
  expect((await openedTracks(page)).live).toEqual(['video']);

  await button(page, 'Turn microphone on').click();
  await expect(turnOnFirst).toHaveCount(0);
  await button(page, 'Hear yourself').click();
  await expect(page.getByText('Speak now: 4')).toBeVisible();
  await button(page, 'Turn microphone off').click();
  await expect(turnOnFirst).toBeVisible();
  await expect.poll(() => heldSound(page)).toEqual({ recorders: ['inactive'], urls: 0, contexts: 0, playing: 0 });
  expect((await openedTracks(page)).live).toEqual(['video']);
  expect(await playedSounds(page)).toEqual([]);
});

test('joining while it records lets everything of it go', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await toDoor(page, appointment);
  await openTest(page);
  await button(page, 'Hear yourself').click();
  await expect(page.getByText('Speak now: 4')).toBeVisible();
  await button(page, 'Join').click();
  await expect(control(page, 'Leave')).toBeVisible();
  await expect(control(page, 'Microphone, on')).toBeVisible();
  expect(await heldSound(page)).toMatchObject({ recorders: ['inactive'], urls: 0 });
  expect((await playedSounds(page)).filter(({ isRecording }) => isRecording)).toEqual([]);
  expect((await openedTracks(page)).live.sort()).toEqual(['audio', 'video']);
});

test('a browser that cannot record says so', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await toDoor(page, appointment);
  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'MediaRecorder'));
  await openTest(page);
  await button(page, 'Hear yourself').click();
  await expect(said(page, 'This browser could not record your microphone.')).toBeVisible();
  await expect(button(page, 'Play a sound')).toBeEnabled();
});
