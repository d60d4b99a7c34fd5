import { writeFileSync } from 'node:fs';
import { join as pathTo } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryDirectory } from '@/tests/support/temporary';
import { openedTracks } from './support/call-media';
import { callPath, control, expect, join, test } from './support/call-page';
import { chat, write } from './support/chat';
import { forbid } from './support/refused-devices';

/** Runs in the page: counts the notes that are played. */
function countNotes() {
  const start = OscillatorNode.prototype.start;
  Object.assign(globalThis, { notes: 0 });
  OscillatorNode.prototype.start = function (...given) {
    (globalThis as unknown as { notes: number }).notes++;
    start.apply(this, given);
  };
}
const notes = (page: Page) => page.evaluate(() => (globalThis as unknown as { notes: number }).notes);

test('a message is told where the chat is closed: its words, the title, and a sound for whoever chose one', async ({
  make,
  caller,
}) => {
  const appointment = await make.appointment();
  const [doctor, patient] = [await caller(appointment.doctor), await caller(appointment.patient)];
  await patient.addInitScript(countNotes);
  for (const page of [doctor, patient]) {
    await page.goto(callPath(appointment));
    await join(page);
  }
  await expect(doctor.getByText(`${appointment.patient.name} is here.`)).toBeVisible();
  await control(doctor, 'Chat').click();
  await write(doctor, 'How is the breathing?');
  const preview = patient.getByRole('button', { name: `${appointment.doctor.name}: How is the breathing?` });
  await expect(preview).toBeVisible();
  await expect(patient).toHaveTitle(/^\(1\) Video call with/);
  expect(await notes(patient)).toBe(0);
  await preview.click();
  await expect(chat(patient).getByText('How is the breathing?')).toBeVisible();
  await expect(patient).toHaveTitle(/^Video call with/);
  await expect(preview).toHaveCount(0);

  await control(patient, 'More').click();
  await patient.getByRole('checkbox', { name: 'Play a sound when a message comes' }).check();
  await patient.keyboard.press('Escape');
  await write(doctor, 'And the cough?');
  await expect(patient.getByRole('button', { name: `${appointment.doctor.name}: And the cough?` })).toBeVisible();
  await expect.poll(() => notes(patient)).toBe(2);
});

test('a camera that the browser refuses in the call: why, how to allow it, and again', async ({
  call: { patient },
}) => {
  await control(patient, 'Camera, on').click();
  await expect(control(patient, 'Camera, off')).toBeVisible();
  await patient.evaluate(forbid);
  await control(patient, 'Camera, off').click();
  const trouble = patient.getByRole('status').filter({ hasText: 'Your browser may not use the camera.' });
  await expect(trouble).toContainText('allow the camera, then try again.');
  await expect(trouble).not.toContainText('Or join');
  await expect(control(patient, 'Camera, off')).toBeVisible();
  // The settings say it too, where somebody chooses another.
  await control(patient, 'More').click();
  await expect(patient.getByRole('dialog').getByText('Your browser may not use the camera')).toBeVisible();
  await patient.keyboard.press('Escape');
  await patient.evaluate(() => (globalThis as unknown as { allow: () => void }).allow());
  await patient.getByRole('button', { name: 'Try again' }).click();
  await expect(control(patient, 'Camera, on')).toBeVisible();
  await expect(trouble).toHaveCount(0);
  expect((await openedTracks(patient)).live.sort()).toEqual(['audio', 'video']);
});

/** Seconds of a loud tone as a WAV file: 16 bits, 48 kHz, one channel. */
function tone(seconds: number): Buffer {
  const rate = 48_000;
  const samples = seconds * rate;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at++) {
    // It swells and falls as a voice does: a steady tone is taken out as noise.
    const volume = 0.5 + 0.5 * Math.sin((2 * Math.PI * 3 * at) / rate);
    file.writeInt16LE(Math.round(30_000 * volume * Math.sin((2 * Math.PI * 300 * at) / rate)), 44 + at * 2);
  }
  return file;
}

test('who speaks while the microphone is off is told so, and nobody hears it', async ({ make, browserWith }) => {
  const directory = temporaryDirectory();
  const sound = pathTo(directory.path, 'tone.wav');
  writeFileSync(sound, tone(4));
  const appointment = await make.appointment();
  const page = await browserWith(appointment.patient, [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${sound}`,
  ]);
  await page.goto(callPath(appointment));
  await join(page);
  const told = page.getByText('You are speaking, but your microphone is off.');
  await expect(control(page, 'Microphone, on')).toBeVisible();
  await expect(told).toHaveCount(0);
  await control(page, 'Microphone, on').click();
  await expect(told).toBeVisible();
  await control(page, 'Microphone, off').click();
  await expect(told).toHaveCount(0);
  // The copy that was listened to is gone: one microphone and one camera are open.
  await expect.poll(async () => (await openedTracks(page)).live.sort()).toEqual(['audio', 'video']);
  await control(page, 'Leave').click();
  await expect.poll(async () => (await openedTracks(page)).live).toEqual([]);
  directory.remove();
});

test('what stands is said beside what just happened', async ({ call: { doctor, patient, appointment }, caller }) => {
  const { name } = appointment.patient;
  await control(patient, 'Hand, not raised').click();
  await expect(doctor.getByText(`${name} raised a hand`)).toBeVisible();
  await control(patient, 'Leave').click();
  await expect(doctor.getByText(`${name} has left.`)).toBeVisible();
  await control(doctor, 'Microphone, on').click();
  await expect(doctor.getByRole('status').filter({ hasText: 'Your microphone is off' })).toBeVisible();
  const again = await caller(appointment.patient);
  await again.goto(callPath(appointment));
  await join(again);
  const news = doctor.getByText(`${name} is here.`);
  await expect(news).toBeVisible();
  await expect(doctor.getByRole('status').filter({ hasText: 'Your microphone is off' })).toBeVisible();
  await expect(news).toBeVisible();
});
