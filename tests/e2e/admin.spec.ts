import { actionsOf } from './support/build';
import { expect, test } from './support/fixtures';
import { expectProblem } from './support/problems';

test('the front desk disables an account and enables it again', async ({ make, signIn, page, anotherBrowser }) => {
  const admin = await make.person({ role: 'ADMIN' });
  const doctor = await make.person({ role: 'DOCTOR', name: `Dr Ida ${admin.id.slice(-6)}` });
  const theirs = await anotherBrowser();
  await Promise.all([signIn(admin), signIn(doctor, theirs)]);
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Name or e-mail' }).fill(doctor.name);
  await page.getByLabel('Role').selectOption('Doctor');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('1 account', { exact: true })).toBeVisible();
  const row = page.getByRole('table', { name: 'People' }).getByRole('row', { name: doctor.name });
  await expect(row.getByRole('cell', { name: 'Doctor', exact: true })).toBeVisible();
  await expect(row.getByRole('cell', { name: doctor.email, exact: true })).toBeVisible();
  await expect(row.getByText('Active', { exact: true })).toBeVisible();

  const disable = row.getByRole('button', { name: `Disable ${doctor.name}` });
  const dialog = page.getByRole('dialog', { name: `Disable the account of ${doctor.name}?` });
  for (const leave of [
    () => dialog.getByRole('button', { name: 'Cancel' }).click(),
    () => page.keyboard.press('Escape'),
  ]) {
    await disable.click();
    await expect(dialog).toBeVisible();
    await leave();
    await expect(dialog).toBeHidden();
    await expect(disable).toBeFocused();
    await expect(row.getByText('Active', { exact: true })).toBeVisible();
  }
  expect((await theirs.request.get('/api/appointments')).status()).toBe(200);

  await disable.click();
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await expect(row.getByText('Disabled', { exact: true })).toBeVisible();
  const said = (text: string) => page.getByRole('status').filter({ hasText: text });
  await expect(said(`The account of ${doctor.name} is disabled.`)).toBeVisible();
  // Somebody else may have the same name.
  const enable = row.getByRole('button', { name: `Enable ${doctor.name}, ${doctor.email}` });
  await expect(enable).toBeFocused();
  await expectProblem(await theirs.request.get('/api/appointments'), 401, 'signed_out');

  await enable.click();
  await page
    .getByRole('dialog', { name: `Enable the account of ${doctor.name}?` })
    .getByRole('button', { name: 'Enable' })
    .click();
  await expect(row.getByText('Active', { exact: true })).toBeVisible();
  await expect(said(`The account of ${doctor.name} is enabled.`)).toBeVisible();
  // The session that was ended stays ended.
  await expectProblem(await theirs.request.get('/api/appointments'), 401, 'signed_out');
  await signIn(doctor, theirs);
  expect((await theirs.request.get('/api/appointments')).status()).toBe(200);
});

test('nobody disables themselves', async ({ make, signIn, page, context, stack, prisma }) => {
  const admin = await make.person({ role: 'ADMIN' });
  await signIn(admin);
  await page.goto(`/?q=${encodeURIComponent(admin.email)}`);
  const row = page.getByRole('row', { name: admin.name });
  await expect(row.getByText('This is you')).toBeVisible();
  await expect(row.getByRole('button')).toHaveCount(0);
  const id = actionsOf(stack.dist).find(({ name }) => name.endsWith('#changeDisabled'))?.id ?? '';
  const answer = await context.request.post('/', { data: [admin.id, true], headers: { 'next-action': id } });
  expect(await answer.text()).toMatch(/^1:"refused"$/m);
  expect(await prisma.person.findUnique({ where: { id: admin.id } })).toMatchObject({ disabledAt: null });
});

test('no one else disables anybody', async ({ make, signIn, context, stack, prisma }) => {
  const { patient, doctor } = await make.appointment();
  const id = actionsOf(stack.dist).find(({ name }) => name.endsWith('#changeDisabled'))?.id ?? '';
  for (const [person, other] of [
    [patient, doctor],
    [doctor, patient],
  ] as const) {
    await signIn(person);
    const answer = await context.request.post('/', { data: [other.id, true], headers: { 'next-action': id } });
    expect(await answer.text()).toMatch(/^1:"refused"$/m);
    expect(await prisma.person.findUnique({ where: { id: other.id } })).toMatchObject({ disabledAt: null });
  }
});

test('the front desk reads no reason for a visit and enters no call', async ({
  make,
  signIn,
  page,
  context,
  announce,
}) => {
  announce(/status of 404/);
  const reason = 'a reason for two people only';
  const { id, doctor, patient } = await make.appointment({ reason });
  await signIn(await make.person({ role: 'ADMIN' }));
  for (const path of ['/', '/account', '/help', '/schedule', '/?week=2031-05-12']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.content(), path).not.toContain(reason);
  }
  await expect(page).toHaveURL('/?week=2031-05-12');
  await page.goto('/schedule');
  await expect(page).toHaveURL('/');
  for (const path of [`/appointments/${id}/call`, `/video/room_${id}`]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    const content = await page.content();
    for (const secret of [reason, doctor.name, patient.name]) expect(content).not.toContain(secret);
  }
  const list = await context.request.get('/api/appointments');
  expect(await list.json()).toEqual({ items: [], nextCursor: null });
});

test('no one else sees who has an account', async ({ make, signIn, page }) => {
  const stranger = await make.person();
  const { patient, doctor } = await make.appointment();
  for (const person of [patient, doctor]) {
    await signIn(person);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    const content = await page.content();
    for (const secret of [stranger.email, stranger.name, doctor.email, patient.email])
      expect(content).not.toContain(secret);
  }
});
