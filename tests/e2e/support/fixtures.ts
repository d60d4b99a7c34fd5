import {
  type APIRequestContext,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
} from '@playwright/test';
import type { PrismaClient } from '@/prisma/generated/client';
import type { TestPerson } from '@/tests/support/factories';
import { type ConsoleWatch, watchConsole } from './console-watch';
import { connect, type Makers, makers } from './people';
import { type StackUnderTest, stackUnderTest } from './stack';

export { expect } from '@playwright/test';

interface Shared {
  stack: StackUnderTest;
  prisma: PrismaClient;
}

type SignIn = (person: Pick<TestPerson, 'email' | 'password'>, context?: BrowserContext) => Promise<void>;

interface Own {
  /** Announces a console error that the test means to cause. Every other one fails it. */
  announce: ConsoleWatch['announce'];
  consoleWatch: ConsoleWatch;
  make: Makers;
  /** Signs a person in, in the test's own context or in another, whose pages are left first: one that still loads would ask as who was signed in. */
  signIn: SignIn;
  /** Signs a person in while the pages of that browser stay open. */
  signInMeanwhile: SignIn;
  /** One more browser: a context of its own, watched like the first. */
  anotherBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

export const test = base.extend<Own, Shared>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures a fixture needs from this pattern
  stack: [async ({}, use) => use(stackUnderTest()), { scope: 'worker' }],
  prisma: [
    async ({ stack }, use) => {
      const prisma = connect(stack.env.DATABASE_URL);
      await use(prisma);
      await prisma.$disconnect();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  consoleWatch: async ({}, use) => {
    const watch = watchConsole();
    await use(watch);
    watch.check();
  },
  announce: async ({ consoleWatch }, use) => use(consoleWatch.announce),
  make: async ({ prisma }, use) => {
    const make = makers(prisma);
    await use(make);
    await make.clear();
  },
  // Every browser names `make` first, so that it is closed before its people are taken away: an open page would ask for their news in vain.
  context: async ({ make: _, context, consoleWatch }, use) => {
    await consoleWatch.watch(context);
    await use(context);
  },
  signIn: async ({ context }, use) => {
    await use(async (person, other = context) => {
      for (const page of other.pages()) await page.goto('about:blank');
      await signInBy(other.request, person);
    });
  },
  signInMeanwhile: async ({ context }, use) => {
    await use(async (person, other = context) => signInBy(other.request, person));
  },
  anotherBrowser: async ({ make: _, browser, baseURL, consoleWatch }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, ...options });
      opened.push(context);
      await consoleWatch.watch(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

/** Asks the API for a session, whose cookie the request context keeps; the form has tests of its own. */
export async function signInBy(
  request: APIRequestContext,
  { email, password }: Pick<TestPerson, 'email' | 'password'>,
) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
  });
  const { url } = await answer.json();
  if (!answer.ok() || new URL(url).searchParams.has('error')) throw new Error(`${email} could not sign in: ${url}`);
}
