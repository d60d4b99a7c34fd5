import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { inRoot } from '@/scripts/stack/paths';
import { expectAccessible, expectFits } from './support/call-looks';
import { expect, test } from './support/fixtures';

const PICTURES = inRoot('test-results', 'gallery');
const GROUPS = ['call', 'cards', 'forms', 'mails'];
const PHONE = { width: 390, height: 844 };

/** The addresses of the states of a group, as the gallery lists them. */
async function statesOf(page: Page, group: string): Promise<string[]> {
  await page.goto('/gallery');
  const links = page.getByRole('region', { name: group }).getByRole('link');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** What a form that was refused says, at a field or beside it; some ask first. */
const refusal = (page: Page) => page.locator('[role=alert]:not(:empty), [aria-invalid=true], dialog[open]');

async function photograph(page: Page, path: string, locale: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const name = decodeURIComponent(path).replace('/gallery/', '').replace(/\W+/g, '-');
    const file = join(PICTURES, `${name}.${locale}.${colorScheme}.png`);
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: null });
}

test('the groups that are looked at here are all that the gallery has', async ({ page }) => {
  await page.goto('/gallery');
  const names = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(names.sort()).toEqual([...GROUPS].sort());
});

for (const locale of ['en', 'es']) {
  test.describe(locale, () => {
    // In Spanish what has to fit is longer; the elements that axe looks at are the same.
    test.use({ locale, viewport: PHONE });
    test.describe.configure({ timeout: 180_000 });

    for (const group of GROUPS) {
      test(`every state of ${group} is drawn, fits on a phone and can be used by everyone`, async ({ page }) => {
        mkdirSync(PICTURES, { recursive: true });
        const states = await statesOf(page, group);
        expect(states.length).toBeGreaterThan(5);
        for (const path of states) {
          await test.step(path, async () => {
            await page.goto(path);
            await expect(page.getByRole('main')).toBeVisible();
            if (path.endsWith('refused')) await expect(refusal(page).first()).toBeVisible();
            await photograph(page, path, locale);
            await expectFits(page);
            if (locale === 'en') await expectAccessible(page);
          });
        }
      });
    }
  });
}
