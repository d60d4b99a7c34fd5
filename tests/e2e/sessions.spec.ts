import type { Page } from '@playwright/test';
import { inboxAt } from '@/tests/support/inbox';
import { expect, test } from './support/fixtures';

async function change(page: Page, current: string, next: string, again = next) {
  await page.getByLabel('Current password').fill(current);
  await page.getByLabel('New password', { exact: true }).fill(next);
  await page.getByLabel('New password again').fill(again);
  await page.getByRole('button', { name: 'Change password' }).click();
}

test('a disabled account is signed out at its next request', async ({ make, signIn, page, prisma, announce }) => {
  announce(/status of 401/);
  const person = await make.person();
  await signIn(person);
  // Live news would be its next request, at a moment of their own.
  await page.route('**/api/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: ':\n\n' }));
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Schedule' })).toBeVisible();
  await prisma.person.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(page).toHaveURL('/sign-in?from=%2Fschedule');
  expect((await page.request.get('/api/appointments')).status()).toBe(401);
});

test('a changed password ends every session of the account', async ({ make, signIn, page, anotherBrowser, stack }) => {
  const person = await make.person();
  const other = await anotherBrowser();
  await Promise.all([signIn(person), signIn(person, other)]);
  const elsewhere = await other.newPage();
  await elsewhere.goto('/');
  await page.goto('/account');
  await expect(page.getByText(person.email)).toBeVisible();

  const next = 'another horse, another battery';
  await change(page, person.password, next);
  await expect(page.getByRole('status').filter({ hasText: 'Your password was changed.' })).toBeVisible();
  await expect(page).toHaveURL('/sign-in');
  expect((await other.request.get('/api/appointments')).status()).toBe(401);
  const { subject, text } = await inboxAt(stack.inboxUrl).lastMailTo(person.email);
  expect(subject).toBe('Your password at Hillside Clinic was changed');
  expect(text).toContain(`${stack.env.NEXTAUTH_URL}/forgot`);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL('/sign-in');

  await expect(signIn(person)).rejects.toThrow('could not sign in');
  await signIn({ ...person, password: next });
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
});

test('a new password that will not do is refused with words', async ({ make, signIn, page }) => {
  const person = await make.person();
  await signIn(person);
  await page.goto('/account');
  const described = async (label: string, text: string) => {
    const field = page.getByLabel(label, { exact: true });
    await expect(field).toHaveAccessibleDescription(new RegExp(text));
    await expect(field).toBeFocused();
  };
  await change(page, '', 'long enough, surely');
  await described('Current password', 'Please fill this in.');
  await change(page, person.password, 'short');
  await described('New password', 'The password needs 12 characters or more.');
  await change(page, person.password, 'long enough, surely', 'long enough, perhaps');
  await described('New password again', 'The two new passwords are not the same.');
  await change(page, 'not the password', 'long enough, surely');
  await described('Current password', 'That is not your current password.');
  await change(page, person.password, 'x'.repeat(201));
  await described('New password', 'The password may have 200 characters at most.');
  await change(page, person.password, person.password);
  await described('New password', 'This is the password that you have now. Choose another.');
  await change(page, ` ${person.password}`, 'long enough, surely');
  await described('Current password', 'begins or ends with a space');
  // Two devices write one and the same letter in two ways.
  await change(page, 'not the password', 'caf\u00e9 dolphin umbrella cactus', 'cafe\u0301 dolphin umbrella cactus');
  await described('Current password', 'That is not your current password.');
  // Whoever has the focus there already hears it, too.
  const heard = page.getByRole('alert').filter({ hasText: 'That is not your current password.' });
  await expect(heard).toHaveCount(0);
  await page.getByLabel('Current password').press('Enter');
  await expect(heard).toBeAttached();
  await page.reload();
  await expect(page.getByText(person.email)).toBeVisible();
});
