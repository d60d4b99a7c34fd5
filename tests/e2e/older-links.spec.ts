import { expect, test } from './support/fixtures';

const LINKS = [
  '/video-session/room_:id',
  '/video/room_:id',
  '/appointments/:id/video',
  '/appointments/consultation/:id',
];

for (const link of LINKS) {
  test(`${link} leads to the call, signed in or by way of sign-in`, async ({ make, signIn, page, anotherBrowser }) => {
    const { id, patient, doctor } = await make.appointment();
    const call = `/appointments/${id}/call`;
    await page.goto(link.replace(':id', id));
    await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent(call)}`);
    await page.getByLabel('E-mail').fill(patient.email);
    await page.getByLabel('Password', { exact: true }).fill(patient.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(call);
    await expect(page).toHaveTitle(new RegExp(doctor.name));

    const other = await anotherBrowser();
    await signIn(doctor, other);
    const theirs = await other.newPage();
    await theirs.goto(link.replace(':id', id));
    await expect(theirs).toHaveURL(call);
    await expect(theirs).toHaveTitle(new RegExp(patient.name));
  });
}

test('an older link to nothing says so', async ({ request }) => {
  for (const link of LINKS) {
    for (const id of ['x', '00000000', `..%2f..%2faccount`]) {
      expect((await request.get(link.replace(':id', id))).status(), link).toBe(404);
    }
  }
});
