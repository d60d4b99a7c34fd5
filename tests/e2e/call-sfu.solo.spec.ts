import { expect, type Page } from '@playwright/test';
import { readRun } from '@/scripts/stack/run-file';
import { expectPicture, expectPictureAndSound, openedTracks } from './support/call-media';
import { callPath, test } from './support/call-page';

const PHONE = process.env.CLINIC_PHONE ?? '';

function livekitPid(data: string): number {
  const pid = readRun(data)?.services.livekit?.pid;
  if (!pid) throw new Error('livekit-server does not run');
  return pid;
}

const restoring = (page: Page) => page.getByText('Connection lost. Bringing you back…');

test('an SFU that is killed and started again 2 s later: both are back with moving pictures within 15 s', async ({
  call: { doctor, patient },
  stack,
  announce,
}) => {
  announce(
    /WebSocket connection to|ERR_CONNECTION_REFUSED|status of 503.*\/api\/appointments\/|status of 404.*\/rtc\/v1\/validate/,
  );
  const pages = [doctor, patient];
  const before = livekitPid(stack.data);
  const killed = Date.now();
  process.kill(before, 'SIGKILL');
  await Promise.all(
    pages.map(async (page) => {
      await expect(restoring(page)).toBeVisible();
      await expect(page.getByRole('link', { name: PHONE })).toBeVisible();
    }),
  );
  await Promise.all(pages.map((page) => expectPicture(page)));
  expect(Date.now() - killed).toBeLessThan(15_000);
  expect(livekitPid(stack.data)).not.toBe(before);
  await Promise.all(pages.map((page) => expect(restoring(page)).toBeHidden()));
  await Promise.all(pages.map((page) => expectPictureAndSound(page)));
});

test('a connection that stalls and comes back is said to be lost, then restored', async ({
  call: { doctor, patient },
  stack,
  announce,
}) => {
  announce(/WebSocket connection to|ERR_CONNECTION|status of 503.*\/api\/appointments\//);
  await frozen(livekitPid(stack.data), async () => {
    await Promise.all([doctor, patient].map((page) => expect(restoring(page)).toBeVisible({ timeout: 30_000 })));
    await expect(patient.getByRole('link', { name: PHONE })).toBeVisible();
  });
  await Promise.all([expectPictureAndSound(doctor), expectPictureAndSound(patient)]);
  await Promise.all([doctor, patient].map((page) => expect(restoring(page)).toBeHidden()));
});

test('an SFU that does not answer at the click is said, and the next try leads in', async ({
  make,
  caller,
  stack,
  announce,
}) => {
  announce(/WebSocket connection to|ERR_CONNECTION|status of 503.*\/api\/appointments\//);
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await frozen(livekitPid(stack.data), async () => {
    await page.goto(callPath(appointment));
    await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'The video service does not answer' })).toBeVisible();
    await expect(page.getByRole('link', { name: PHONE })).toBeVisible();
    expect((await openedTracks(page)).live).toEqual([]);
  });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(`Waiting for ${appointment.doctor.name}`)).toBeVisible();
});

/** Holds a process still while something is looked at; whatever that finds, it goes on afterwards. */
async function frozen(pid: number, look: () => Promise<void>) {
  process.kill(pid, 'SIGSTOP');
  try {
    await look();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
