import { readIcs, valuesOf } from '@/tests/support/ics';
import { inboxAt } from '@/tests/support/inbox';
import { expect, test } from './support/fixtures';
import { expectProblem } from './support/problems';

test('a patient turns on a feed, a calendar reads it without cookies, a new address ends the old one', async ({
  make,
  signIn,
  page,
  context,
  request,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Jörg Müller' });
  const patient = await make.person();
  const { id } = await make.appointment({ doctor, patient, startsIn: 600, reason: 'a secret reason' });
  await signIn(patient);
  await page.goto('/account');
  const section = page.getByRole('region', { name: 'Calendar' });
  await section.getByRole('button', { name: 'Turn on' }).click();
  await expect(section.getByRole('status').filter({ hasText: 'Turned on.' })).toBeVisible();

  const address = section.getByLabel('Address for your calendar program');
  const first = await address.inputValue();
  await section.getByRole('button', { name: 'Copy address' }).click();
  await expect(section.getByText('Address copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);
  await expect(section.getByRole('link', { name: 'Open in calendar app' })).toHaveAttribute(
    'href',
    first.replace(/^http/, 'webcal'),
  );

  const answer = await request.get(first);
  expect(answer.status()).toBe(200);
  const { etag = '', 'last-modified': changed = '', ...headers } = answer.headers();
  expect(headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
  });
  const { events } = readIcs(await answer.text());
  expect(events.map(valuesOf)).toMatchObject([
    { UID: expect.stringContaining(id), SUMMARY: 'Video visit with Dr Jörg Müller', STATUS: 'CONFIRMED' },
  ]);
  expect(await answer.text()).not.toContain('a secret reason');
  for (const [name, known] of [
    ['if-none-match', etag],
    ['if-modified-since', changed],
  ] as const) {
    const again = await request.get(first, { headers: { [name]: known } });
    expect([again.status(), await again.text()]).toEqual([304, '']);
  }

  await section.getByRole('button', { name: 'New address' }).click();
  const question = page.getByRole('dialog', { name: 'Make a new address?' });
  await expect(question).toContainText('The old address stops working at once.');
  await question.getByRole('button', { name: 'Keep the old one' }).click();
  expect((await request.get(first)).status()).toBe(200);
  await section.getByRole('button', { name: 'New address' }).click();
  await question.getByRole('button', { name: 'Make a new address' }).click();
  await expect(section.getByText('Here is your new address.')).toBeVisible();
  await expect(question).toBeHidden();
  const second = await address.inputValue();
  expect(second).not.toBe(first);
  await expectProblem(await request.get(first), 404, 'not_found');
  expect((await request.get(second)).status()).toBe(200);

  await section.getByRole('button', { name: 'Turn off' }).click();
  await expect(section.getByText('Turned off. The address no longer works.')).toBeVisible();
  await expect(address).toBeHidden();
  await expectProblem(await request.get(second), 404, 'not_found');
});

test('a feed follows what happens: SEQUENCE rises, a canceled visit is called off', async ({
  make,
  signIn,
  page,
  prisma,
  request,
}) => {
  const { id, patient, doctor } = await make.appointment({ startsIn: 600, status: 'PENDING' });
  await signIn(doctor);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Turn on' }).click();
  const url = await page.getByLabel('Address for your calendar program').inputValue();
  const event = async () => {
    const [first] = readIcs(await (await request.get(url)).text()).events;
    const { STATUS, SEQUENCE, SUMMARY } = valuesOf(first);
    return { STATUS, SEQUENCE, SUMMARY };
  };
  const SUMMARY = `Video visit with ${patient.name}`;
  expect(await event()).toEqual({ STATUS: 'TENTATIVE', SEQUENCE: '1', SUMMARY });
  const change = (name: string, revision: number) =>
    page.request.post(`/api/appointments/${id}/${name}`, { data: { revision } });
  expect((await change('confirm', 1)).ok()).toBe(true);
  expect(await event()).toEqual({ STATUS: 'CONFIRMED', SEQUENCE: '2', SUMMARY });
  expect((await change('cancel', 2)).ok()).toBe(true);
  expect(await event()).toEqual({ STATUS: 'CANCELLED', SEQUENCE: '3', SUMMARY });
  await prisma.person.update({ where: { id: doctor.id }, data: { disabledAt: new Date() } });
  await expectProblem(await request.get(url), 404, 'not_found');
});

test('mail about visits comes until its reader turns it off', async ({ make, signIn, page, prisma, stack }) => {
  const inbox = inboxAt(stack.inboxUrl);
  const doctor = await make.person({ role: 'DOCTOR' });
  const patient = await make.person();
  const book = (startsIn: number) => make.appointment({ doctor, patient, startsIn, status: 'PENDING' });
  const [first, second] = [await book(600), await book(700)];
  await signIn(doctor);
  const confirm = async (id: string) =>
    expect((await page.request.post(`/api/appointments/${id}/confirm`, { data: { revision: 1 } })).ok()).toBe(true);
  await confirm(first.id);
  const mail = await inbox.lastMailTo(doctor.email);
  expect(mail.subject).toMatch(/^A visit is confirmed: /);
  expect(mail.text).toContain(`${stack.baseUrl}/appointments/${first.id}`);
  await inbox.mailsTo(patient.email);

  await page.goto('/account');
  const section = page.getByRole('region', { name: 'Calendar' });
  await section.getByRole('checkbox', { name: 'Send me e-mails about my visits' }).uncheck();
  await section.getByRole('button', { name: 'Apply' }).click();
  await expect(section.getByText('Saved. We no longer write to you about your visits.')).toBeVisible();
  await expect(section.getByRole('checkbox')).not.toBeChecked();
  await confirm(second.id);
  const waiting = () =>
    prisma.$queryRaw`SELECT key FROM graphile_worker.jobs WHERE key LIKE ${`visit_mail:${second.id}:%`}`;
  await expect.poll(waiting).toEqual([]);
  expect(await inbox.mailsNow(patient.email)).toHaveLength(2);
  expect(await inbox.mailsNow(doctor.email)).toHaveLength(1);
});

test('the front desk has no calendar', async ({ make, signIn, page }) => {
  await signIn(await make.person({ role: 'ADMIN' }));
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Calendar' })).toHaveCount(0);
});
