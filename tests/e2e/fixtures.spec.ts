import { test } from './support/fixtures';

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
