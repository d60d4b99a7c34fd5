import { expectPicture } from './support/call-media';
import { expect, test } from './support/call-page';

test('a tab reloaded in the middle of a call is back in under 5 s', async ({
  call: { patient, doctor, appointment },
}) => {
  const start = Date.now();
  await patient.reload({ waitUntil: 'commit' });
  await expect(patient.getByLabel(`Picture of ${appointment.doctor.name}`).first()).toBeVisible();
  await expectPicture(patient);
  expect(Date.now() - start).toBeLessThan(5_000);
  await expectPicture(doctor);
});
