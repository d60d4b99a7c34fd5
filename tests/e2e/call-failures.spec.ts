import { expectPicture, expectSound, openedTracks, readFlow } from './support/call-media';
import { callPath, control, expect, test } from './support/call-page';
import { holdCamera } from './support/refused-devices';

const PHONE = process.env.CLINIC_PHONE ?? '';

test('with camera and microphone refused the door says so, and one can go in without', async ({
  make,
  browserWith,
}) => {
  const appointment = await make.appointment();
  const page = await browserWith(appointment.patient, [
    '--use-fake-ui-for-media-stream=deny',
    '--use-fake-device-for-media-stream',
  ]);
  await page.goto(callPath(appointment));
  await expect(page.getByRole('heading', { name: 'Your browser may not use the camera and microphone' })).toBeVisible();
  await expect(page.getByRole('link', { name: PHONE })).toBeVisible();
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByText(`Waiting for ${appointment.doctor.name}`)).toBeVisible();
});

test('without a camera one joins with sound only', async ({ make, caller, browserWith }) => {
  const appointment = await make.appointment();
  const patient = await browserWith(appointment.patient, [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream=device-count=0',
  ]);
  await patient.goto(callPath(appointment));
  await expect(patient.getByRole('heading', { name: 'No camera found' })).toBeVisible();
  await expect(patient.getByText('join with sound only')).toBeVisible();
  await expect(patient.getByRole('link', { name: PHONE })).toBeVisible();
  const doctor = await caller(appointment.doctor);
  await doctor.goto(callPath(appointment));
  for (const page of [doctor, patient]) await page.getByRole('button', { name: 'Join', exact: true }).click();

  await Promise.all([expectSound(doctor), expectPicture(patient)]);
  await expect(doctor.getByText(`The camera of ${appointment.patient.name} is off`)).toBeVisible();
  expect(Object.values((await readFlow(doctor)).frames)).toEqual([]);
  expect((await openedTracks(patient)).live).toEqual(['audio']);
});

test('a camera that another program holds is said to be in use, and is there at the next try', async ({
  make,
  caller,
}) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await page.addInitScript(holdCamera);
  await page.goto(callPath(appointment));
  await expect(page.getByRole('heading', { name: 'Your camera is in use' })).toBeVisible();
  await expect(page.getByRole('link', { name: PHONE })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('camera-let-go')));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your camera is in use' })).toBeHidden();
});

test('a site that cannot be reached at the click is said, and the next try leads in', async ({
  make,
  caller,
  announce,
}) => {
  announce(/ERR_INTERNET_DISCONNECTED/);
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await page.goto(callPath(appointment));
  await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'We cannot be reached' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('link', { name: PHONE })).toBeVisible();
  expect((await openedTracks(page)).live).toEqual([]);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(control(page, 'Leave')).toBeVisible();
  await expect(page.getByText(`Waiting for ${appointment.doctor.name}`)).toBeVisible();
});

test('a browser that cannot make calls is told which ones can', async ({ make, anotherBrowser, signIn }) => {
  const appointment = await make.appointment();
  const context = await anotherBrowser();
  await signIn(appointment.patient, context);
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'RTCPeerConnection'));
  const page = await context.newPage();
  await page.goto(callPath(appointment));
  await expect(page.getByRole('heading', { name: 'This browser cannot make video calls' })).toBeVisible();
  await expect(page.getByText('current Chrome, Edge, Firefox or Safari')).toBeVisible();
  await expect(page.getByRole('link', { name: PHONE })).toBeVisible();
});

/** Runs in the page: what it sends of a kind stops, and neither LiveKit nor the SFU is told. */
async function stopSending(kinds: string[]) {
  const { connections } = (globalThis as unknown as { mediaProbe: { connections: RTCPeerConnection[] } }).mediaProbe;
  const senders = connections.flatMap((connection) => connection.getSenders());
  await Promise.all(
    senders.filter(({ track }) => track && kinds.includes(track.kind)).map((sender) => sender.replaceTrack(null)),
  );
}

test('a picture that stands still, and a browser that has stopped, are said within four seconds', async ({ call }) => {
  const { doctor, patient, appointment } = call;
  const { name } = appointment.doctor;
  await expect(patient.getByText('Connection good')).toHaveCount(0);
  const stops = async (kinds: string[], said: string) => {
    await doctor.evaluate(stopSending, kinds);
    const since = Date.now();
    await expect(patient.getByRole('status').filter({ hasText: said })).toBeVisible();
    expect(Date.now() - since, said).toBeLessThan(4_000);
  };
  await stops(['video'], `No picture from ${name} at the moment. You can still talk.`);
  await stops(['audio'], `Neither picture nor sound comes from ${name} at the moment.`);
  // What one turned off oneself is not missed.
  await control(doctor, 'Microphone, on').click();
  await control(doctor, 'Camera, on').click();
  await expect(patient.getByText(`The camera of ${name} is off`)).toBeVisible();
  await expect(patient.getByText('at the moment')).toHaveCount(0);
});
