import type { Page } from '@playwright/test';
import { expectPictureAndSound, expectSound, openedTracks, packetsIn } from './support/call-media';
import { type CallFixtures, callPath, control, expect, join, test } from './support/call-page';
import type { Makers } from './support/people';

/** Runs in the page: devices take this long to open, and a plug can be pulled. */
function slowDevices(ms: number) {
  if (!navigator.mediaDevices) return;
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return open(constraints);
  };
}

/** Runs in the page: a camera (its label) is pulled out, as far as a page can tell. */
function pullOut(label: string) {
  const { mediaDevices } = navigator;
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const ids = list().then((all) => all.filter((device) => device.label === label).map(({ deviceId }) => deviceId));
  mediaDevices.enumerateDevices = async () => (await list()).filter((device) => device.label !== label);
  mediaDevices.getUserMedia = async (constraints) => {
    const { exact } = ((constraints?.video as MediaTrackConstraints)?.deviceId ?? {}) as { exact?: string };
    if (exact && (await ids).includes(exact)) throw new OverconstrainedError('deviceId');
    return open(constraints);
  };
  const { tracks } = (globalThis as unknown as { mediaProbe: { tracks: MediaStreamTrack[] } }).mediaProbe;
  for (const track of tracks.filter((track) => track.label === label && track.readyState === 'live')) {
    track.stop();
    track.dispatchEvent(new Event('ended'));
  }
  mediaDevices.dispatchEvent(new Event('devicechange'));
  Object.assign(globalThis, {
    plugIn: () => {
      Object.assign(mediaDevices, { enumerateDevices: list, getUserMedia: open });
      mediaDevices.dispatchEvent(new Event('devicechange'));
    },
  });
}

/** A patient whose devices take so many milliseconds to open, not yet at the door, and a doctor who waits in the call. */
async function awaited(make: Makers, caller: CallFixtures['caller'], ms: number) {
  const appointment = await make.appointment();
  const [doctor, patient] = await Promise.all([caller(appointment.doctor), caller(appointment.patient)]);
  await doctor.goto(callPath(appointment));
  await join(doctor);
  await patient.addInitScript(slowDevices, ms);
  return { doctor, patient, appointment };
}

/** The labels of what is open. */
const inUse = async (page: Page) => (await openedTracks(page)).labels;
const turnOff = async (page: Page) => {
  for (const device of ['microphone', 'camera']) {
    await page.getByRole('button', { name: `Turn ${device} off` }).click();
    await expect(page.getByRole('button', { name: `Turn ${device} on` })).toBeVisible();
  }
};
const keysOn = (page: Page) => page.addInitScript(() => localStorage.setItem('anteroom-devices', '{"keys":true}'));

test('what is pressed while a device opens leaves nothing live that is said to be off', async ({ make, caller }) => {
  const { doctor, patient, appointment } = await awaited(make, caller, 1_200);
  await keysOn(patient);
  await patient.goto(callPath(appointment));
  await expect(patient.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await turnOff(patient);
  await patient.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(control(patient, 'Microphone, off')).toBeVisible();

  for (const [key, name, gap] of [
    ['m', 'Microphone, off', 50],
    ['v', 'Camera, off', 600],
  ] as const) {
    await patient.keyboard.type(key + key, { delay: gap });
    await expect(control(patient, name)).toBeVisible();
    // As long as the device takes, and two seconds.
    expect(await packetsIn(doctor, 3_200), key).toBe(0);
    await expect(control(patient, name)).toBeVisible();
  }
  expect((await openedTracks(patient)).live).toEqual([]);
  await patient.keyboard.press('m');
  await expect(control(patient, 'Microphone, on')).toBeVisible();
  await expectSound(doctor);
});

test('devices that take four seconds, and are turned off in the call meanwhile, stay off', async ({ make, caller }) => {
  const { doctor, patient, appointment } = await awaited(make, caller, 4_000);
  await patient.goto(callPath(appointment));
  await patient.getByRole('button', { name: 'Join', exact: true }).click();
  await control(patient, 'Microphone, starting').click();
  await control(patient, 'Camera, starting').click();
  await expect(control(patient, 'Microphone, off')).toBeVisible();
  await expect(control(patient, 'Camera, off')).toBeVisible();
  expect(await packetsIn(doctor, 6_000)).toBe(0);
  expect((await openedTracks(patient)).live).toEqual([]);
});

test('whoever turned everything off comes back so: from another tab, and to the door', async ({ call, announce }) => {
  announce(/status of 409.*video-token/);
  const { doctor, patient, appointment } = call;
  await control(patient, 'Microphone, on').click();
  await control(patient, 'Camera, on').click();
  const second = await patient.context().newPage();
  await second.goto(callPath(appointment));
  await second.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(control(second, 'Camera, off')).toBeVisible();
  // What is wanted last counts, in whichever tab.
  await control(second, 'Microphone, off').click();
  await expect(control(second, 'Microphone, on')).toBeVisible();
  await patient.bringToFront();
  await patient.getByRole('button', { name: 'Take the call here' }).click();
  await expect(control(patient, 'Microphone, on')).toBeVisible();
  await expect(control(patient, 'Camera, off')).toBeVisible();
  await second.close();
  await control(patient, 'Microphone, on').click();
  await expect(control(patient, 'Microphone, off')).toBeVisible();
  // Silence at once, and nothing as soon as the SFU knows.
  await expect.poll(() => packetsIn(doctor, 2_000)).toBe(0);
  // The microphone stays at hand, and a copy of it tells whoever speaks to it.
  expect((await openedTracks(patient)).live).not.toContain('video');

  // Another page and back is no reload: the door stands between.
  await patient.goto('/help');
  await patient.goto(callPath(appointment));
  await expect(patient.getByRole('button', { name: 'Turn camera on' })).toBeEnabled();
  await expect(patient.getByRole('button', { name: 'Turn microphone on' })).toBeEnabled();
  expect((await openedTracks(patient)).live).toEqual([]);
  await patient.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(control(patient, 'Microphone, off')).toBeVisible();
  await patient.reload();
  await expect(control(patient, 'Microphone, off')).toBeVisible();
  await expect(control(patient, 'Camera, off')).toBeVisible();
});

test('the device that is chosen is the one in use, at the door, in the call and the next time', async ({ call }) => {
  const { doctor, patient, appointment } = call;
  await control(patient, 'More').click();
  const camera = patient.getByRole('combobox', { name: 'Camera' });
  await camera.selectOption({ label: 'fake_device_2' });
  await expect.poll(() => inUse(patient)).toContain('fake_device_2');
  expect(await inUse(patient)).not.toContain('fake_device_0');
  await expect(camera.locator('option:checked')).toHaveText('fake_device_2');
  await expectPictureAndSound(doctor);
  await patient.keyboard.press('Escape');
  await control(patient, 'Leave').click();

  await patient.goto(callPath(appointment));
  await expect(patient.getByLabel('Your picture, as in a mirror')).toBeVisible();
  expect(await inUse(patient)).toContain('fake_device_2');
  const atDoor = patient.getByRole('combobox', { name: 'Camera' });
  await expect(atDoor.locator('option:checked')).toHaveText('fake_device_2');
  await patient.getByRole('button', { name: 'Turn microphone off' }).click();
  const microphones = patient.getByRole('combobox', { name: 'Microphone' });
  await microphones.selectOption({ index: 1 });
  await expect(patient.getByRole('button', { name: 'Turn microphone on' })).toBeVisible();
  expect((await openedTracks(patient)).live).toEqual(['video']);

  // Pulled out at the door: another one, which is said; and back again.
  await patient.evaluate(pullOut, 'fake_device_2');
  await expect(patient.getByText('The camera that you chose is not there. fake_device_0 is used now.')).toBeVisible();
  await expect(atDoor.locator('option:checked')).toHaveText('fake_device_0');
  expect(await inUse(patient)).toEqual(['fake_device_0']);
  await patient.evaluate(() => (globalThis as unknown as { plugIn: () => void }).plugIn());
  await expect.poll(() => inUse(patient)).toEqual(['fake_device_2']);
  await expect(atDoor.locator('option:checked')).toHaveText('fake_device_2');
  await expect(patient.getByText('The camera that you chose is not there.')).toHaveCount(0);
});
