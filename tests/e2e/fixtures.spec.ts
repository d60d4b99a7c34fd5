import type { BrowserContext } from '@playwright/test';
import { expect, test } from './support/fixtures';

// The ear that every test has at the console must be able to hear.

test.fail('an error on the console that nobody announced fails a test', async ({ page }) => {
  await page.goto('/help');
  await page.evaluate(() => console.error('not announced'));
});

test.fail('so does an error that nothing caught, in another browser too', async ({ anotherBrowser }) => {
  const page = await (await anotherBrowser()).newPage();
  await page.goto('/help');
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('not caught');
    });
    return new Promise((done) => setTimeout(done));
  });
});

test.fail('and a violation of the content security policy', async ({ page }) => {
  await page.goto('/help');
  await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => {}));
});

test('what was announced fails nothing', async ({ page, announce }) => {
  announce(/^announced/);
  await page.goto('/help');
  await page.evaluate(() => console.error('announced'));
});

// What stands between a test's browsers and the people whom it made, when all of them are taken away.
const testOfOrder = test.extend<{ opened: BrowserContext[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures a fixture needs from this pattern
  opened: async ({}, use) => use([]),
  make: async ({ make, opened }, use) => {
    await use(make);
    expect(opened.flatMap((context) => context.pages()).map((page) => page.url())).toEqual([]);
  },
});

testOfOrder(
  'no page is open any more when its people are taken away',
  async ({ page, anotherBrowser, signIn, opened, make }) => {
    const other = await anotherBrowser();
    opened.push(page.context(), other);
    await signIn(await make.person());
    await page.goto('/');
    await (await other.newPage()).goto('/help');
  },
);
