import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { inboxAt } from '@/tests/support/inbox';
import { expect, test } from './support/fixtures';
import { keys } from './support/hands';

test.use({ viewport: { width: 360, height: 740 }, timezoneId: 'Asia/Kathmandu', hasTouch: true });

const PASSWORD = 'four words are easy';
const someone = () => `${randomUUID()}@test.example`;

async function fillIn(page: Page, name: string, email: string) {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail').fill(email);
}
const send = (page: Page) => page.getByRole('button', { name: 'Send me the link' });

/** The address in the newest mail. */
async function linkFor(inboxUrl: string, email: string, path: 'welcome' | 'reset') {
  const { text } = await inboxAt(inboxUrl).lastMailTo(email);
  return new RegExp(`http://\\S+/${path}/\\S+`).exec(text)?.[0] ?? '';
}

test('a patient signs up through the mail and books a first visit', async ({ make, page, prisma, stack }) => {
  const doctor = await make.person({ role: 'DOCTOR', name: `Dr Nora ${randomUUID().slice(0, 8)}` });
  const email = someone();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Make an account' }).tap();
  // Sent too early: what is missing is said, and nothing typed is lost.
  await page.getByLabel('E-mail').fill('maria.ruiz@');
  await send(page).tap();
  const summary = page.getByRole('alert').filter({ hasText: 'Please correct these 2 things:' });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Type your name.');
  await expect(page.getByLabel('E-mail')).toHaveValue('maria.ruiz@');
  await summary.getByRole('link', { name: 'This is not a whole e-mail address.' }).tap();
  await expect(page.getByLabel('E-mail')).toBeFocused();

  await fillIn(page, 'María Ruiz', ` ${email.toUpperCase()} `);
  await expect(page.getByRole('group', { name: 'Time zone' })).toContainText('Kathmandu, Nepal');
  await send(page).tap();
  await expect(page.getByRole('heading', { name: 'Look into your inbox' })).toBeFocused();
  expect(await prisma.person.count({ where: { email } })).toBe(0);

  const link = await linkFor(stack.inboxUrl, email, 'welcome');
  // A program that scans mail looks at it first.
  const answer = await page.request.get(link);
  expect(answer.headers()['referrer-policy']).toBe('strict-origin');
  expect(answer.headers()['cache-control']).toContain('no-store');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Welcome, María Ruiz' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  const password = page.getByLabel('Password', { exact: true });
  await password.fill('too short');
  await page.getByRole('button', { name: 'Make my account' }).tap();
  await expect(password).toHaveAccessibleDescription(/needs 12 characters or more/);
  await expect(password).toHaveValue('too short');
  await page.getByRole('button', { name: 'Show password' }).tap();
  await expect(password).toHaveAttribute('type', 'text');
  await password.fill(PASSWORD);
  await expect(password).not.toHaveAttribute('aria-invalid');
  await page.getByRole('button', { name: 'Make my account' }).tap();

  await expect(page).toHaveURL('/book?new=1');
  await expect(page.getByText('Your account is ready.')).toBeVisible();
  await page.getByRole('link', { name: `Choose a time with ${doctor.name}` }).tap();
  await page
    .getByRole('group', { name: /^Time on / })
    .getByRole('radio')
    .first()
    .check();
  await page.getByRole('radio', { name: 'Video' }).check();
  await page.getByRole('textbox', { name: 'Why do you want to be seen?' }).fill('Palpitations');
  await page.getByRole('button', { name: 'Ask for this visit' }).tap();
  await expect(page.getByText(/^Your request was sent to/)).toBeVisible();
  const person = await prisma.person.findUniqueOrThrow({ where: { email } });
  expect(person).toMatchObject({ name: 'María Ruiz', zone: 'Asia/Kathmandu', role: 'PATIENT', locale: 'en' });
  await prisma.appointment.deleteMany({ where: { patientId: person.id } });

  // The link was good for once.
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link cannot be used any more' })).toBeVisible();
  await expect(page.getByText('It was used already: your account is ready.')).toBeVisible();
});

test('who has an account already sees the same page, and learns it by mail', async ({ make, page, stack }) => {
  const person = await make.person({ locale: 'es' });
  await page.goto('/sign-up');
  await fillIn(page, 'Somebody', person.email);
  await send(page).tap();
  await expect(page.getByRole('heading', { name: 'Look into your inbox' })).toBeVisible();
  await expect(page.getByText(`We sent a mail to ${person.email}.`)).toBeVisible();
  const mail = await inboxAt(stack.inboxUrl).lastMailTo(person.email);
  expect(mail.subject).toContain('Ya tiene una cuenta');
  expect(mail.text).toContain(`${stack.baseUrl}/sign-in`);
  await page.getByRole('button', { name: 'Correct the address or send again' }).tap();
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
});

test('the keyboard alone is enough, another zone and language included', async ({ page, prisma, stack }) => {
  const email = someone();
  await page.goto('/sign-up');
  const hands = keys(page);
  await hands.write(page.getByLabel('Name', { exact: true }), 'Sam Okoye');
  await hands.write(page.getByLabel('E-mail'), email);
  const change = page.getByRole('button', { name: 'Change the time zone' });
  await hands.press(change);
  await expect(page.getByLabel('Search for a city or country')).toBeFocused();
  await page.keyboard.type('new york');
  await expect(page.getByText('1 time zone')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'New York, United States' })).toBeFocused();
  await page.keyboard.press('Space');
  await hands.press(page.getByRole('button', { name: 'Done' }));
  await expect(change).toBeFocused();
  await expect(page.getByText('This device is set to Kathmandu, Nepal.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Use Kathmandu' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await hands.press(send(page));
  await expect(page.getByRole('heading', { name: 'Look into your inbox' })).toBeFocused();

  const mail = await inboxAt(stack.inboxUrl).lastMailTo(email);
  expect(mail.subject).toContain('Termine su registro');
  await page.goto(await linkFor(stack.inboxUrl, email, 'welcome'));
  // From here on in the language that was chosen.
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('group', { name: 'Zona horaria' })).toContainText('Nueva York');
  await hands.write(page.getByLabel('Contraseña', { exact: true }), PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/book?new=1');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  expect(await prisma.person.findUnique({ where: { email } })).toMatchObject({
    zone: 'America/New_York',
    locale: 'es',
  });
});

test('a forgotten password is chosen anew, and every other session ends', async ({
  make,
  signIn,
  page,
  anotherBrowser,
  stack,
}) => {
  const person = await make.person();
  const elsewhere = await anotherBrowser();
  await signIn(person, elsewhere);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).tap();
  await send(page).tap();
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription('Type your e-mail.');
  await page.getByLabel('E-mail').fill(person.email);
  await send(page).tap();
  await expect(page.getByText(`If ${person.email} has an account here`)).toBeVisible();
  const link = await linkFor(stack.inboxUrl, person.email, 'reset');
  expect((await elsewhere.request.get('/api/appointments')).status()).toBe(200);

  await page.goto(link);
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Save the new password' }).tap();
  const saved = page.getByRole('status').filter({ hasText: 'Your new password is saved.' });
  await expect(saved).toBeFocused();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(person.name.split(' ')[0] ?? '');
  // It is not gone again as the page is brought anew.
  const { doctor } = await make.appointment({ patient: person, startsIn: 600 });
  await expect(page.getByRole('main').getByText(doctor.name).first()).toBeVisible();
  await expect(saved).toBeFocused();
  expect((await elsewhere.request.get('/api/appointments')).status()).toBe(401);
  await signIn({ ...person, password: PASSWORD }, elsewhere);

  await page.goto(link);
  await expect(page.getByText('It was used already.')).toBeVisible();
  await page.getByRole('link', { name: 'Ask for a new link' }).tap();
  await expect(page).toHaveURL('/forgot');
});

test('a link that is not whole says what to do', async ({ page }) => {
  for (const path of ['/welcome/nothing', '/reset/nothing']) {
    await page.goto(path);
    await expect(page.getByText('The address is not complete. Open the link from the mail again')).toBeVisible();
  }
});

test('without the site it says so and keeps what was typed', async ({ page, context, announce }) => {
  announce(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await page.goto('/sign-up');
  await fillIn(page, 'María Ruiz', 'maria@test.example');
  await expect(send(page)).toBeEnabled();
  await context.setOffline(true);
  await send(page).tap();
  await expect(page.getByRole('alert').filter({ hasText: 'We cannot be reached.' })).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveValue('maria@test.example');
  await context.setOffline(false);
  await send(page).tap();
  await expect(page.getByRole('heading', { name: 'Look into your inbox' })).toBeVisible();
});
