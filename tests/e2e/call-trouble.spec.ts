import { expectPictureAndSound } from './support/call-media';
import { callPath, control, expect, join, test } from './support/call-page';

test('where the browser lets nobody listen to a microphone, a call does without its level', async ({
  make,
  caller,
  announce,
}) => {
  // LiveKit tries it as well, to find out a microphone that gives silence.
  announce(/uncaught: of a different sample-rate/);
  const appointment = await make.appointment();
  const patient = await caller(appointment.patient);
  // As Firefox does to a microphone of another sample rate.
  await patient.addInitScript(() => {
    AudioContext.prototype.createMediaStreamSource = () => {
      throw new DOMException('of a different sample-rate', 'NotSupportedError');
    };
  });
  await patient.goto(callPath(appointment));
  await expect(patient.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await expect(patient.getByText('the bars should move')).toBeHidden();
  await join(patient);
  await control(patient, 'Microphone, on').click();
  await expect(control(patient, 'Microphone, off')).toBeVisible();
});

test('a speaker that is chosen in the call is the one that is shown', async ({ call: { patient } }) => {
  await patient.evaluate(() => {
    const { mediaDevices } = navigator;
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    const speaker = (deviceId: string) => ({ deviceId, kind: 'audiooutput', label: deviceId, groupId: '' });
    mediaDevices.enumerateDevices = async () => [
      ...(await list()).filter(({ kind }) => kind !== 'audiooutput'),
      ...(['loud', 'headset'].map(speaker) as MediaDeviceInfo[]),
    ];
    HTMLMediaElement.prototype.setSinkId = async () => {};
    if ('setSinkId' in AudioContext.prototype) Object.assign(AudioContext.prototype, { setSinkId: async () => {} });
  });
  await control(patient, 'More').click();
  const speakers = patient.getByRole('combobox', { name: 'Speaker' });
  await expect(speakers.locator('option:checked')).toHaveText('Default');
  for (const name of ['headset', 'loud']) {
    await speakers.selectOption(name);
    await expect(speakers.locator('option:checked')).toHaveText(name);
  }
});

test('a screen that the system does not give is said to be refused; a closed question is no trouble', async ({
  call: { doctor },
}) => {
  const refuse = (words: string) =>
    doctor.evaluate((words) => {
      navigator.mediaDevices.getDisplayMedia = async () => {
        throw new DOMException(words, 'NotAllowedError');
      };
    }, words);
  const said = doctor.getByRole('status').filter({ hasText: 'Your system keeps the browser from recording' });
  await refuse('Permission denied');
  await control(doctor, 'Screen, not shared').click();
  await refuse('Permission denied by system');
  await expect(said).toHaveCount(0);
  await control(doctor, 'Screen, not shared').click();
  await expect(said).toBeVisible();
});

test('a microphone that goes by itself is told of, and how to go on', async ({ call: { doctor, patient } }) => {
  // One that goes as soon as it is open is somebody else's.
  await expect.poll(() => patient.evaluate(() => performance.now())).toBeGreaterThan(8_000);
  await patient.evaluate(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('', 'NotFoundError');
    };
    const { tracks } = (globalThis as unknown as { mediaProbe: { tracks: MediaStreamTrack[] } }).mediaProbe;
    for (const track of tracks.filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live')) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  await expect(patient.getByRole('status').filter({ hasText: 'No microphone' })).toBeVisible();
  await expect(patient.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(control(patient, 'Microphone, off')).toBeVisible();
  await expect(doctor.getByText(': microphone off')).toBeAttached();
});

test('a picture that the browser holds back is shown after a press', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const [doctor, patient] = await Promise.all([caller(appointment.doctor), caller(appointment.patient)]);
  // As an iPhone that saves power.
  await patient.addInitScript(() => {
    const { play } = HTMLMediaElement.prototype;
    let pressed = false;
    addEventListener(
      'click',
      ({ target }) => {
        pressed ||= (target as Element).textContent?.includes('Show the picture') ?? false;
      },
      true,
    );
    HTMLMediaElement.prototype.play = function () {
      if (!pressed && this.dataset.remote) return Promise.reject(new DOMException('', 'NotAllowedError'));
      return play.call(this);
    };
  });
  for (const page of [doctor, patient]) {
    await page.goto(callPath(appointment));
    await join(page);
  }
  await patient.getByRole('button', { name: 'Show the picture' }).click();
  await expect(patient.getByRole('button', { name: 'Show the picture' })).toHaveCount(0);
  await expectPictureAndSound(patient);
});

test('the whole screen is given back when one leaves', async ({ call: { patient } }) => {
  const isFull = () => patient.evaluate(() => document.fullscreenElement !== null);
  await control(patient, 'More').click();
  await patient.getByRole('button', { name: 'Full screen, off' }).click();
  await expect.poll(isFull).toBe(true);
  await control(patient, 'Leave').click();
  await expect.poll(isFull).toBe(false);
});

test('at the door nothing of the call that stands ready is there for a key, a reader or a finger', async ({
  make,
  caller,
}) => {
  const appointment = await make.appointment();
  const patient = await caller(appointment.patient);
  await patient.addInitScript(() => localStorage.setItem('anteroom-devices', '{"keys":true}'));
  await patient.goto(callPath(appointment));
  await expect(patient.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await expect(patient.locator('main[inert]')).toHaveCount(1);
  await expect(patient.getByRole('navigation', { name: 'Call controls' })).toHaveCount(0);
  await expect(patient.locator('#main')).toHaveCount(1);
  const title = await patient.title();
  await patient.keyboard.type('mv');
  await expect(patient.getByRole('button', { name: 'Turn microphone off' })).toBeVisible();
  await expect(patient.getByRole('button', { name: 'Turn camera off' })).toBeVisible();
  for (let i = 0; i < 30; i++) {
    await patient.keyboard.press('Tab');
    expect(await patient.evaluate(() => document.activeElement?.closest('[inert]') === null)).toBe(true);
  }
  expect(await patient.title()).toBe(title);
  await patient.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(patient.locator('main[inert]')).toHaveCount(0);
  await expect(patient.locator('#main')).toHaveCount(1);
  await expect(patient.getByRole('main')).toBeFocused();
});
