import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { factories, type TestPerson } from './factories';

interface Run {
  prisma: PrismaClient;
  make: ReturnType<typeof factories>;
}

interface Pages {
  /** Says before it happens which line of a browser's console is part of the test; any other error fails it. */
  expectConsole: (pattern: RegExp) => void;
  /** Hears what a context's pages say on the console; contexts from the fixtures are heard already. */
  listen: (context: BrowserContext) => Promise<void>;
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A page of a browser context of its own in which this person is signed in. */
  signedIn: (person: TestPerson, options?: BrowserContextOptions) => Promise<Page>;
}

/** Signs in as the sign-in page does, without the page. */
export async function signInByApi({ request }: BrowserContext, { email, password }: TestPerson) {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email, password, json: 'true', callbackUrl: '/' };
  const answer = await request.post('/api/auth/callback/credentials', { form });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Tests of pages: people and appointments in the run's database, and an ear at every browser's console. */
export const test = base.extend<Pages, Run>({
  prisma: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
    async ({}, use) => {
      const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL }) });
      await use(prisma);
      await prisma.$disconnect();
    },
    { scope: 'worker' },
  ],
  make: [async ({ prisma }, use) => use(factories(prisma)), { scope: 'worker' }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  listen: async ({}, use, info) => {
    const announced: RegExp[] = [];
    heardBy.set(info, announced);
    const heard: string[] = [];
    await use(async (context) => {
      context.on('console', (message) => {
        if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => heard.push(String(error.error().stack ?? error.error())));
      await context.addInitScript(reportViolations);
    });
    expect(heard.filter((line) => !announced.some((pattern) => pattern.test(line)))).toEqual([]);
  },
  expectConsole: async ({ listen: _ }, use, info) => use((pattern) => void heardBy.get(info)?.push(pattern)),

  context: async ({ context, listen }, use) => {
    await listen(context);
    await use(context);
  },
  newContext: async ({ browser, listen }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await listen(context);
      return context;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  signedIn: async ({ newContext }, use) => {
    await use(async (person, options) => {
      const context = await newContext(options);
      await signInByApi(context, person);
      return context.newPage();
    });
  },
});

const heardBy = new WeakMap<object, RegExp[]>();

/** Runs in the page. Chromium writes most violations to the console by itself, but not those of every directive. */
function reportViolations() {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    console.error(`CSP violation: ${effectiveDirective} ${blockedURI}`),
  );
}

export { expect };
