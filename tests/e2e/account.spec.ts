import { expect, test } from './support/fixtures';
import { clockIn, HOUR } from './support/times';

test.use({ timezoneId: 'Europe/Madrid' });

test('a patient’s new zone, name and phone are saved, and the times are those of the new zone', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const startsAt = new Date(Math.ceil(Date.now() / HOUR) * HOUR + 100 * HOUR);
  const { patient } = await make.appointment({ startsAt, doctor: await make.person({ role: 'DOCTOR', zone: 'UTC' }) });
  await signIn(patient);
  await page.goto('/account');
  const details = page.getByRole('form', { name: 'Details' });
  await details.getByLabel('Name').fill('');
  await details.getByLabel('Phone (optional)').fill('call me');
  await details.getByRole('button', { name: 'Save details' }).click();
  await expect(details.getByRole('alert')).toBeFocused();
  await expect(details.getByLabel('Name')).toHaveAccessibleDescription('Type your name.');
  await expect(details.getByLabel('Phone (optional)')).toHaveAccessibleDescription(
    /^Write the phone number with digits/,
  );
  await expect(details.getByLabel('Phone (optional)')).toHaveValue('call me');
  await details.getByLabel('Name').fill('Ana María Gil');
  await details.getByLabel('Phone (optional)').fill('+34 910 123 456');

  // London, as the account says, is not where this browser is.
  await expect(details.getByText('This device is set to Madrid, Spain.')).toBeVisible();
  await details.getByRole('button', { name: 'Use Madrid' }).click();
  await details.getByRole('button', { name: 'Change the time zone' }).click();
  await details.getByLabel('Search for a city or country').fill('kathm');
  await details.getByRole('radio', { name: 'Kathmandu, Nepal' }).check();
  await details.getByRole('button', { name: 'Done' }).click();
  await details.getByRole('button', { name: 'Save details' }).click();
  await expect(details.getByRole('status').filter({ hasText: 'Your details are saved.' })).toBeVisible();
  expect(await prisma.person.findUnique({ where: { id: patient.id } })).toMatchObject({
    ...{ name: 'Ana María Gil', phone: '+34 910 123 456', zone: 'Asia/Kathmandu' },
  });
  const entries = await prisma.auditEntry.findMany({ where: { subjectId: patient.id } });
  expect(entries).toMatchObject([
    { action: 'profile_changed', actorId: patient.id, after: { changed: ['name', 'phone', 'zone'] } },
  ]);
  await page.goto('/schedule');
  await expect(page.getByText(clockIn('Asia/Kathmandu', startsAt)).first()).toBeVisible();
  await expect(page.getByText('Kathmandu time').first()).toBeVisible();
});

test('a doctor’s specialty and languages are what patients read', async ({ make, signIn, page, anotherBrowser }) => {
  const doctor = await make.person({ role: 'DOCTOR' });
  await signIn(doctor);
  await page.goto('/account');
  const details = page.getByRole('form', { name: 'Details' });
  await details.getByLabel('Specialty').fill('Dermatology');
  await details.getByRole('button', { name: 'Remove English' }).click();
  await details.getByRole('button', { name: 'Save details' }).click();
  await expect(details.getByText('Choose one language or more.').first()).toBeVisible();
  await details.getByLabel('Add a language').selectOption('Portuguese');
  await details.getByLabel('Add a language').selectOption('German');
  await details.getByRole('button', { name: 'Save details' }).click();
  await expect(details.getByRole('status').filter({ hasText: 'Your details are saved.' })).toBeVisible();
  const theirs = await anotherBrowser();
  await signIn(await make.person(), theirs);
  const reading = await theirs.newPage();
  await reading.goto('/book');
  const article = reading.getByRole('article', { name: doctor.name });
  await expect(article).toContainText('Dermatology');
  await expect(article).toContainText('Speaks Portuguese, German');
});
