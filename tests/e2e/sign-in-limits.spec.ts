import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { type SecondInstance, startSecondInstance } from './support/second-instance';

// Each on an instance of its own: the limit of an address is shared by all who come from this machine.

interface Attempt {
  email: string;
  password: string;
  headers?: Record<string, string>;
}

/** The error that next-auth tells the form: null after a sign-in. */
async function attempt(request: APIRequestContext, { baseUrl }: SecondInstance, { headers, ...form }: Attempt) {
  const { csrfToken } = await (await request.get(`${baseUrl}/api/auth/csrf`)).json();
  const answer = await request.post(`${baseUrl}/api/auth/callback/credentials`, {
    form: { csrfToken, json: 'true', ...form },
    headers,
  });
  return new URL((await answer.json()).url).searchParams.get('error');
}

/** Tries that many unknown accounts, ten at a time; what each was told. */
async function fail(
  request: APIRequestContext,
  instance: SecondInstance,
  times: number,
  headersOf: (n: number) => Record<string, string>,
) {
  const one = (n: number) =>
    attempt(request, instance, { email: `${n}@nobody.example`, password: 'wrong', headers: headersOf(n) });
  // The first alone: it brings the CSRF cookie that the others share.
  const codes = [await one(0)];
  while (codes.length < times) {
    const next = Array.from({ length: Math.min(10, times - codes.length) }, (_, i) => one(codes.length + i));
    codes.push(...(await Promise.all(next)));
  }
  return codes;
}

const inTurn = (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}`, 'x-anteroom-client-address': `203.0.113.${i}` });

test.describe('without a proxy before it', () => {
  let instance: SecondInstance;
  test.beforeAll(async ({ stack }) => {
    instance = await startSecondInstance(stack);
  });
  test.afterAll(() => instance?.stop());

  test('an account is limited, with words that say for how long, and no other is', async ({
    page,
    request,
    announce,
  }) => {
    announce(/status of 401 .*callback\/credentials/);
    const person = await instance.make.person();
    for (let i = 0; i < 10; i++) {
      const error = await attempt(request, instance, { ...person, password: `wrong ${i}`, headers: inTurn(i) });
      expect(error).toBe('wrong_credentials');
    }
    expect(await attempt(request, instance, { ...person, headers: inTurn(50) })).toMatch(/^too_many_requests:/);
    // The browser may come by another address of this machine.
    await page.goto(`${instance.baseUrl}/sign-in`);
    await page.getByLabel('E-mail').fill(person.email);
    const refused = page.getByRole('alert').filter({ hasText: /./ });
    for (let i = 0; i < 11; i++) {
      await page.getByLabel('Password', { exact: true }).fill(i < 10 ? `wrong ${i}` : person.password);
      const answered = page.waitForResponse('**/callback/credentials');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await answered;
      await expect(refused).toBeVisible();
    }
    const words = page.getByRole('alert').filter({ hasText: 'Too many attempts. Try again in' });
    await expect(words).toHaveText(/in (1[0-5]|[2-9]) minutes\.$/);
    await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
    expect(await attempt(request, instance, await instance.make.person())).toBeNull();
  });

  test('an address is limited whatever it says of itself', async ({ request }) => {
    const codes = await fail(request, instance, 70, inTurn);
    // Eleven or twenty-two of the sixty went to the test before, where that one ran in the same process.
    const tried = codes.filter((code) => code === 'wrong_credentials').length;
    expect([38, 49, 60]).toContain(tried);
    expect(codes.at(-1)).toMatch(/^too_many_requests:\d+$/);
    const person = await instance.make.person();
    expect(await attempt(request, instance, { ...person, headers: inTurn(200) })).toMatch(/^too_many_requests:\d+$/);
  });
});

test('behind one trusted proxy, its last word on the address counts', async ({ request, stack }) => {
  const instance = await startSecondInstance(stack, { TRUSTED_PROXIES: '1' });
  try {
    let made = 0;
    const from = (client: string) => ({ 'x-forwarded-for': `198.51.100.${made++}, ${client}` });
    await fail(request, instance, 60, () => from('203.0.113.7'));
    const person = await instance.make.person();
    expect(await attempt(request, instance, { ...person, headers: from('203.0.113.7') })).toMatch(
      /^too_many_requests:/,
    );
    expect(await attempt(request, instance, { ...person, headers: from('203.0.113.8') })).toBeNull();
  } finally {
    await instance.stop();
  }
});
