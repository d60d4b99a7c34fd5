import { randomUUID } from 'node:crypto';
import { linkToken } from '@/lib/accounts/links';
import { inboxAt } from '@/tests/support/inbox';
import { expect, test } from './support/fixtures';
import { HOUR } from './support/times';

const GOOD = 'dolphin umbrella cactus';

test('the mail with a link that makes a browser known speaks its language, where nobody chose another', async ({
  make,
  context,
  prisma,
  stack,
}) => {
  const person = await make.person({ locale: null });
  const expire = Date.now() + HOUR;
  await prisma.rateLimit.create({ data: { key: `sign_in_anywhere:${person.email}`, points: 100, expire } });
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  await context.request.post('/api/auth/callback/credentials', {
    headers: { 'accept-language': 'es-MX' },
    form: { csrfToken, json: 'true', email: person.email, password: person.password },
  });
  const { subject } = await inboxAt(stack.inboxUrl).lastMailTo(person.email);
  expect(subject).toMatch(/^Iniciar sesión/);
  await prisma.rateLimit.deleteMany({ where: { key: { contains: person.email } } });
});

for (const kind of ['RESET', 'SIGN_UP'] as const) {
  test(`a browser that a link signed in is known: ${kind}`, async ({ make, page, prisma, stack, anotherBrowser }) => {
    const [id, known] = [randomUUID(), await make.person()];
    const email = kind === 'RESET' ? known.email : `${id}@test.example`;
    const account = kind === 'RESET' ? {} : ({ name: 'Nora Walsh', role: 'PATIENT', locale: 'en' } as const);
    const expiresAt = new Date(Date.now() + HOUR);
    await prisma.accountLink.create({ data: { id, kind, expiresAt, email, ...account } });
    const path = kind === 'RESET' ? 'reset' : 'welcome';
    await page.goto(`/${path}/${linkToken(id, stack.env.NEXTAUTH_SECRET)}`);
    await page.getByLabel('Password', { exact: true }).fill(GOOD);
    await page.getByRole('button', { name: /^(Make my account|Save)/ }).click();
    await page.getByRole('button', { name: /^Account menu/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL('/sign-in');

    const expire = Date.now() + HOUR;
    await prisma.rateLimit.create({ data: { key: `sign_in_anywhere:${email}`, points: 100, expire } });
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(GOOD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL('/');
    const { request: stranger } = await anotherBrowser();
    const { csrfToken } = await (await stranger.get('/api/auth/csrf')).json();
    const answer = await stranger.post('/api/auth/callback/credentials', {
      form: { csrfToken, json: 'true', email, password: GOOD },
    });
    expect((await answer.json()).url).toContain('link_mailed');
    await prisma.rateLimit.deleteMany({ where: { key: { contains: email } } });
    if (kind === 'SIGN_UP') await prisma.person.update({ where: { email }, data: { disabledAt: new Date() } });
  });
}

test('the pages of mailed links work before scripts run', async ({ make, prisma, stack, anotherBrowser }) => {
  const browser = await anotherBrowser({ javaScriptEnabled: false });
  const page = await browser.newPage();
  const person = await make.person({ locale: null });
  const linkOf = async (kind: 'DEVICE' | 'RESET') => {
    const { id } = await prisma.accountLink.create({
      data: { id: randomUUID(), kind, expiresAt: new Date(Date.now() + HOUR), email: person.email },
    });
    return linkToken(id, stack.env.NEXTAUTH_SECRET);
  };
  const [device, reset] = [await linkOf('DEVICE'), await linkOf('RESET')];
  const opened = await page.goto(`/reset/${reset}`);
  expect(opened?.headers()['referrer-policy']).toBe('strict-origin');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.goto(`/known/${device}`);
  const asked = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Este es mi navegador' }).click();
  const { origin, referer } = await (await asked).allHeaders();
  expect([origin, referer]).toEqual([new URL(stack.baseUrl).origin, `${stack.baseUrl}/`]);
  await expect(page).toHaveURL('/sign-in?known=1');
  expect((await browser.cookies()).some(({ name }) => name.endsWith('.device'))).toBe(true);
});

test('the cookie that makes a browser known is no session', async ({ make, signIn, context, playwright, baseURL }) => {
  await signIn(await make.person());
  const cookies = await context.cookies();
  const named = (kind: string) => cookies.find(({ name }) => name.endsWith(`.${kind}`));
  const [session, device] = [named('session'), named('device')];
  expect(device?.value).toBeTruthy();
  for (const [value, status] of [
    [session?.value, 200],
    [device?.value, 401],
  ] as const) {
    const cookie = `${session?.name}=${value}`;
    const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
    expect((await request.get('/api/appointments')).status()).toBe(status);
    expect((await request.get('/', { maxRedirects: 0 })).status()).toBe(status === 200 ? 200 : 307);
    await request.dispose();
  }
});
