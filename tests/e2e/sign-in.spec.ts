import type { Page } from '@playwright/test';
import { inboxAt } from '@/tests/support/inbox';
import { expect, test } from './support/fixtures';
import { expectProblem } from './support/problems';

const WRONG = 'E-mail and password don’t match. Check both and try again.';

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('the right password leads home', async ({ make, page, context, stack }) => {
  const { email, password, name } = await make.person();
  await page.goto('/');
  await expect(page).toHaveURL('/sign-in');
  // People paste their e-mail with blanks and capitals.
  await fillIn(page, ` ${email.toUpperCase()} `, password);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(' ')[0] ?? '');
  await expect(page).toHaveURL('/');

  const { port } = new URL(stack.baseUrl);
  const session = (await context.cookies()).find((cookie) => cookie.name.endsWith('.session'));
  expect(session).toMatchObject({ name: `anteroom-${port}.session`, httpOnly: true, sameSite: 'Lax', path: '/' });
  for (const cookie of await context.cookies()) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('the wrong password says so and keeps what was typed', async ({ make, page, announce }) => {
  announce(/status of 401 .*callback\/credentials/);
  const { email } = await make.person();
  await page.goto('/sign-in');
  await fillIn(page, email, 'not the password');
  await expect(page.getByRole('alert').filter({ hasText: WRONG })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('not the password');
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page).toHaveURL('/sign-in');
});

test('nobody learns who has an account', async ({ make, page, announce }) => {
  announce(/status of 401 .*callback\/credentials/);
  const disabled = await make.person({ disabledAt: new Date() });
  await page.goto('/sign-in');
  for (const email of ['nobody@test.example', disabled.email, 'not an e-mail']) {
    await fillIn(page, email, disabled.password);
    await expect(page.getByRole('alert').filter({ hasText: WRONG })).toBeVisible();
  }
});

test('an empty form says what is missing', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Type your e-mail.')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription('Type your password.');
});

test('without the site it says so and keeps what was typed', async ({ make, page, context, announce }) => {
  announce(/ERR_INTERNET_DISCONNECTED/);
  const { email, password } = await make.person();
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await context.setOffline(true);
  await fillIn(page, email, password);
  await expect(page.getByText('The clinic’s site cannot be reached.')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/');
});

test('a page reached while signed out comes back after sign-in', async ({ make, page, anotherBrowser }) => {
  const { id, doctor, patient } = await make.appointment();
  const call = `/appointments/${id}/call?from=${encodeURIComponent('/schedule')}`;
  await page.goto(call);
  await fillIn(page, patient.email, patient.password);
  await expect(page).toHaveURL(call);

  const other = await (await anotherBrowser()).newPage();
  await other.goto('/?week=2027-03-29');
  await fillIn(other, doctor.email, doctor.password);
  await expect(other).toHaveURL('/?week=2027-03-29');
});

test('sign-in leads nowhere but to this site', async ({ make, page }) => {
  const { email, password } = await make.person();
  await page.goto(`/sign-in?from=${encodeURIComponent('https://elsewhere.example/')}`);
  await fillIn(page, email, password);
  await expect(page).toHaveURL('/');
  await page.goto(`/sign-in?from=${encodeURIComponent('//elsewhere.example/')}`);
  await expect(page).toHaveURL('/');
});

test('sign-out ends this session, and Back shows nothing of it', async ({ make, signIn, page, context }) => {
  const { patient, reason } = await make.appointment({ reason: 'Nobody else’s business' });
  await signIn(patient);
  await page.goto('/');
  await page.goto('/schedule');
  const before = await context.cookies();
  await page.getByRole('button', { name: `Account menu of ${patient.name}` }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(reason)).toHaveCount(0);
  expect(before.some(({ name }) => name.endsWith('.session'))).toBe(true);
  expect((await context.cookies()).some(({ name }) => name.endsWith('.session'))).toBe(false);
});

test('a session that was tampered with is none', async ({ make, signIn, page, context }) => {
  await signIn(await make.person());
  const session = (await context.cookies()).find(({ name }) => name.endsWith('.session'));
  if (!session) throw new Error('no session');
  for (const value of [`${session.value.slice(0, -4)}AAAA`, 'x', '']) {
    await context.addCookies([{ ...session, value }]);
    await page.goto('/');
    await expect(page).toHaveURL('/sign-in');
  }
});

test('a tab that waits for sign-in goes on when somebody signs in in another', async ({ make, page, context }) => {
  const { email, password } = await make.person();
  await page.goto('/schedule');
  await expect(page).toHaveURL('/sign-in?from=%2Fschedule');
  // It listens from when its code runs.
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Type your e-mail.')).toBeVisible();
  const other = await context.newPage();
  await other.goto('/sign-in');
  await other.getByLabel('E-mail').fill(email);
  await other.getByLabel('Password', { exact: true }).fill(password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other).toHaveURL('/');
  await expect(page).toHaveURL('/schedule');
});

test('beyond a wide cap of wrong passwords a link makes a browser known, and known browsers get in', async ({
  make,
  anotherBrowser,
  prisma,
  stack,
  announce,
}) => {
  announce(/status of 401 .*callback\/credentials/);
  const person = await make.person();
  const expire = Date.now() + 30 * 60_000;
  await prisma.rateLimit.create({ data: { key: `sign_in_anywhere:${person.email}`, points: 100, expire } });
  const page = await (await anotherBrowser()).newPage();
  const signIn = async (password = person.password) => {
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await page.goto('/sign-in');
  await signIn();
  await expect(
    page.getByRole('alert').filter({ hasText: 'open the newest link that we sent to its e-mail' }),
  ).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  const { text } = await inboxAt(stack.inboxUrl).lastMailTo(person.email);
  const link = /\S+\/known\/\S+/.exec(text)?.[0] ?? '';
  await page.goto(new URL(link).pathname);
  await page.getByRole('button', { name: 'This is my browser' }).click();
  await expect(page.getByText('This browser is known now.')).toBeVisible();
  await signIn('wrong');
  await expect(page.getByRole('alert').filter({ hasText: 'don’t match' })).toBeVisible();
  await signIn();
  await expect(page).toHaveURL('/');
  await page.goto(new URL(link).pathname);
  await expect(page.getByText('It was used already.')).toBeVisible();
  // It stays known after signing out.
  await page.goto('/');
  await page.getByRole('button', { name: /^Account menu/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn();
  await expect(page).toHaveURL('/');
  await prisma.rateLimit.deleteMany({ where: { key: { contains: person.email } } });
});

test('of next-auth nothing answers but what signing in and out takes, and nothing fails', async ({ request }) => {
  for (const path of [
    'session',
    'callback/credentials',
    'callback/nobody',
    'verify-request',
    '_log',
    'signin/credentials',
    'x/y',
  ]) {
    await expectProblem(await request.get(`/api/auth/${path}`), 404, 'not_found');
  }
  for (const path of ['session', 'csrf', 'callback/nobody', 'signin/credentials', 'signin', '_log', 'x/y']) {
    await expectProblem(await request.post(`/api/auth/${path}`, { form: { json: 'true' } }), 404, 'not_found');
  }
  expect((await request.get('/api/auth/providers')).status()).toBe(200);
});

test('where next-auth would go on is one of our pages, whatever the address says besides', async ({
  request,
  stack,
}) => {
  const pages = { signin: '/sign-in', error: '/sign-in', signout: '/' };
  for (const query of [
    '',
    '?callbackUrl=javascript:alert(1)',
    '?callbackUrl=https://elsewhere.example',
    '?error=%E2%86%92',
  ]) {
    for (const [name, page] of Object.entries(pages)) {
      const answer = await request.get(`/api/auth/${name}${query}`, { maxRedirects: 0 });
      expect(answer.headers().location, name + query).toBe(page);
    }
  }
  const { port } = new URL(stack.baseUrl);
  const cookie = `anteroom-${port}.callback=javascript:alert(1)`;
  for (const path of ['csrf', 'csrf?callbackUrl=javascript:alert(1)', 'providers?callbackUrl=x']) {
    const answer = await request.get(`/api/auth/${path}`, { headers: { cookie } });
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['set-cookie'] ?? '').not.toContain('javascript');
  }
});

test('what is no password is a wrong one, and no words of ours get into an address', async ({ request }) => {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  for (const more of [
    { password: 1 },
    { password: ['x'], email: { a: 1 } },
    { callbackUrl: 1 },
    { email: { toString: 'x' } },
  ]) {
    const data = { csrfToken, email: 'nobody@test.example', password: 'x', json: 'true', ...more };
    const answer = await request.post('/api/auth/callback/credentials', { data });
    expect(answer.status()).toBe(401);
    const { searchParams } = new URL((await answer.json()).url);
    expect([...searchParams], JSON.stringify(more)).toEqual([['error', 'wrong_credentials']]);
  }
});

test('an answer that is not the site’s own is said to be none, and nothing is told to its log', async ({
  page,
  announce,
}) => {
  announce(/status of 502 .*auth\/csrf/);
  await page.goto('/sign-in');
  await page.route('**/api/auth/csrf', (route) => route.fulfill({ status: 502, body: '<html>' }));
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
  await fillIn(page, 'nobody@test.example', 'not the password');
  await expect(page.getByText('The clinic’s site cannot be reached.')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@test.example');
  expect(sent).toEqual([]);
});

test('signing in makes a browser known, whatever strangers guess afterwards', async ({
  make,
  signIn,
  anotherBrowser,
  prisma,
}) => {
  const person = await make.person();
  const [own, strange] = [await anotherBrowser(), await anotherBrowser()];
  await signIn(person, own);
  const expire = Date.now() + 30 * 60_000;
  const [key, spent] = [`sign_in_anywhere:${person.email}`, { points: 100, expire }];
  await prisma.rateLimit.upsert({ where: { key }, update: spent, create: { key, ...spent } });
  await expect(signIn(person, strange)).rejects.toThrow('link_mailed');
  await signIn(person, own);
  expect((await own.request.get('/api/appointments')).status()).toBe(200);
  await prisma.rateLimit.deleteMany({ where: { key: { contains: person.email } } });
});
