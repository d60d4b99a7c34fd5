import { expect, test } from './support/fixtures';

test.use({ viewport: { width: 390, height: 844 } });

test('for everyone else an appointment does not exist', async ({ make, signIn, context, anotherBrowser }) => {
  const { id } = await make.appointment({ reason: 'Nobody may read this' });
  const paths = [`/appointments/${id}`, `/appointments/${id}/move`, `/api/appointments/${id}/calendar.ics`];
  for (const role of ['PATIENT', 'DOCTOR'] as const) {
    const other = await anotherBrowser();
    await signIn(await make.person({ role }), other);
    for (const path of paths) {
      const answer = await other.request.get(path);
      expect(answer.status(), `${role} ${path}`).toBe(404);
      expect(await answer.text()).not.toContain('Nobody may read this');
    }
  }
  await signIn(await make.person());
  for (const path of ['/appointments/nothing', `/book/${id}`, '/book/nothing']) {
    expect((await context.request.get(path)).status(), path).toBe(404);
  }
});

test('the front desk sees an appointment without its reason', async ({ make, signIn, page }) => {
  const { id, patient } = await make.appointment({ startsIn: 300, reason: 'Nobody may read this' });
  await signIn(await make.person({ role: 'ADMIN' }));
  await page.goto(`/appointments/${id}`);
  await expect(page.getByText(patient.name).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel the visit' })).toBeVisible();
  expect(await page.content()).not.toContain('Nobody may read this');
});

test('the doctor reads how to reach the patient; patients read nobody’s address', async ({
  make,
  signIn,
  page,
  anotherBrowser,
}) => {
  const { id, patient, doctor } = await make.appointment({ startsIn: 300 });
  await signIn(doctor);
  await page.goto(`/appointments/${id}`);
  await expect(page.getByRole('link', { name: patient.email })).toHaveAttribute('href', `mailto:${patient.email}`);
  await expect(page.getByRole('heading', { name: `Earlier visits of ${patient.name}` })).toBeVisible();
  const theirs = await anotherBrowser();
  await signIn(patient, theirs);
  const answer = await theirs.request.get(`/appointments/${id}`);
  expect(await answer.text()).toContain(doctor.name);
  expect(await answer.text()).not.toMatch(/mailto:|@test\.example/);
});

test('the calendar file names whom one meets, never why', async ({ make, signIn, context }) => {
  const { id, patient, doctor } = await make.appointment({ startsIn: 300, reason: 'Nobody may read this' });
  await signIn(patient);
  const answer = await context.request.get(`/api/appointments/${id}/calendar.ics`);
  expect(answer.status()).toBe(200);
  const text = (await answer.text()).replaceAll('\r\n ', '');
  expect(text).toContain(`SUMMARY:Video visit with ${doctor.name}`);
  expect(text).not.toContain('Nobody may read this');
});
