import { randomUUID } from 'node:crypto';
import { execa } from 'execa';
import { inRoot } from '@/scripts/stack/paths';
import { inboxAt } from '@/tests/support/inbox';
import { expect, test } from './support/fixtures';

const PASSWORD = 'four words are easy';

test('the front desk invites a doctor, who chooses a password and sets the hours', async ({
  make,
  signIn,
  page,
  anotherBrowser,
  prisma,
  stack,
}) => {
  const mark = randomUUID().slice(0, 8);
  const [email, name] = [`${mark}@test.example`, `Dra. Lucía ${mark}`];
  const admin = await make.person({ role: 'ADMIN' });
  await signIn(admin);
  await page.goto('/');
  await page.getByRole('link', { name: 'Invite somebody' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Please correct these 2 things:' })).toBeFocused();
  await expect(page.getByLabel('Specialty')).toHaveAccessibleDescription(/^Type the specialty\./);
  await page.getByLabel('Specialty').fill('Dermatology');
  await page.getByLabel('Add a language').selectOption('Spanish');
  await page.getByLabel('Add a language').selectOption('English');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  // The front desk sees who has an account anyway.
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(
    `${admin.email} has an account already. You find it in the list of people.`,
  );
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('radio', { name: 'Español' }).check();
  await page.getByRole('button', { name: 'Send the invitation' }).click();

  await expect(page).toHaveURL('/?invited=1');
  await expect(page.getByText('The invitation is on its way.')).toBeVisible();
  const invitations = page.getByRole('region', { name: 'Invitations not used yet' });
  await expect(invitations.getByRole('listitem').filter({ hasText: email })).toContainText(
    /^Dra\. Lucía .*Doctor, until /,
  );

  const { text, subject } = await inboxAt(stack.inboxUrl).lastMailTo(email);
  expect(subject).toContain('Su invitación a');
  const link = /http:\/\/\S+\/welcome\/\S+/.exec(text)?.[0] ?? '';
  const theirs = await anotherBrowser({ timezoneId: 'America/St_Johns', locale: 'es-ES' });
  const doctor = await theirs.newPage();
  await doctor.goto(link);
  await expect(doctor.getByRole('heading', { name: `Le damos la bienvenida, ${name}` })).toBeVisible();
  await expect(doctor.getByRole('group', { name: 'Zona horaria' })).toContainText('St Johns, Canadá');
  await doctor.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
  await doctor.getByRole('button', { name: 'Crear mi cuenta' }).click();
  await expect(doctor).toHaveURL('/hours?new=1');
  await expect(doctor.getByText('Su cuenta está lista. Ponga su horario de trabajo')).toBeVisible();
  await expect(doctor.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await prisma.person.findUnique({ where: { email }, include: { doctor: true } })).toMatchObject({
    ...{ role: 'DOCTOR', name, zone: 'America/St_Johns', locale: 'es' },
    doctor: { specialty: 'Dermatology', languages: ['es', 'en'] },
  });
  await page.goto(`/?q=${mark}`);
  await expect(page.getByRole('row', { name })).toContainText('Doctor');
  await expect(page.getByText(email)).toHaveCount(1);
  await prisma.person.update({ where: { email }, data: { disabledAt: new Date() } });
});

test('an invitation is sent again, and withdrawn', async ({ make, signIn, page, stack }) => {
  const email = `${randomUUID()}@test.example`;
  await signIn(await make.person({ role: 'ADMIN' }));
  await page.goto('/invite');
  await page.getByRole('radio', { name: 'a patient' }).check();
  await page.getByLabel('Name', { exact: true }).fill('Sam Okoye');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  const item = page.getByRole('listitem').filter({ hasText: email });
  await item.getByRole('button', { name: 'Send again the invitation of Sam Okoye' }).click();
  await expect(item.getByText('Sent again.')).toBeVisible();
  const { text } = await inboxAt(stack.inboxUrl).lastMailTo(email);
  const link = /http:\/\/\S+\/welcome\/\S+/.exec(text)?.[0] ?? '';

  await item.getByRole('button', { name: 'Withdraw the invitation of Sam Okoye' }).click();
  const dialog = page.getByRole('dialog', { name: 'Withdraw the invitation of Sam Okoye?' });
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(item).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'The invitation of Sam Okoye is withdrawn.' })).toBeFocused();
  await page.goto(link);
  await expect(page.getByText('The clinic has taken it back, or a newer link replaced it.')).toBeVisible();
});

test('the command for the first admin prints a link that leads to the front desk', async ({ page, stack }) => {
  const email = `${randomUUID()}@test.example`;
  // It finds what runs by the folder, as on the machine where somebody types it.
  const env = { PATH: process.env.PATH, ANTEROOM_DATA: stack.data };
  const run = (...args: string[]) =>
    execa(process.execPath, ['--import', 'tsx', inRoot('scripts/admin.ts'), ...args], {
      env,
      extendEnv: false,
      reject: false,
    });
  const wrong = await run('--email', 'ines', '--name', 'Ines Fischer');
  expect(wrong).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--email cannot be used') });
  const { stdout } = await run('--email', email, '--name', 'Ines Fischer');
  expect(stdout).toContain('It works once');
  await page.goto(/http:\S+/.exec(stdout)?.[0] ?? '');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
});
