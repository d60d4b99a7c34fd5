import { expectPicture, expectReleased } from './support/call-media';
import { callPath, control, expect, join, test } from './support/call-page';

test('who is in the call of one visit is asked at the door of another, and leaves the first for it', async ({
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
  await expect(other.getByRole('alert').getByRole('heading', { name: 'You are in another call' })).toBeVisible();
  await expect(control(page, 'Leave')).toBeVisible();
  await other.getByRole('button', { name: 'Leave it and come into this one' }).click();
  await join(other);
  // This visit's call does not go on elsewhere for them: what they read is where they are, and the way back.
  await expect(page.getByRole('heading', { name: 'You are in another call' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave it and come into this one' })).toBeVisible();
  await expectReleased(page);
  await expect(control(other, 'Leave')).toBeVisible();
});

test('a device that comes back by itself does not take the call from the one that was joined later', async ({
  call,
  caller,
  announce,
}) => {
  announce(/ERR_INTERNET_DISCONNECTED|WebSocket connection to|status of 409.*video-token/);
  test.setTimeout(90_000);
  const { appointment, doctor, patient: laptop } = call;
  await laptop.context().setOffline(true);
  const phone = await caller(appointment.patient);
  await phone.goto(callPath(appointment));
  await join(phone);
  await expectPicture(phone);
  await laptop.context().setOffline(false);
  await expect(laptop.getByRole('heading', { name: 'You joined from another tab or device' })).toBeVisible({
    timeout: 40_000,
  });
  await expectReleased(laptop);
  await expect(control(phone, 'Leave')).toBeVisible();
  await expectPicture(phone);
  await expectPicture(doctor);
  // By its owner's hand it does.
  await laptop.getByRole('button', { name: 'Take the call here' }).click();
  await expectPicture(laptop);
  await expect(phone.getByRole('heading', { name: 'You joined from another tab or device' })).toBeVisible();
});
