import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import { expectPicture, probeMedia } from './call-media';
import { expect, test as pageTest } from './fixtures';

export const callPath = (appointment: { id: string }, from = '/') =>
  `/appointments/${appointment.id}/call?from=${encodeURIComponent(from)}`;

export const control = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Call controls' }).getByRole('button', { name, exact: true });

/** From the door on, with camera and microphone open, to the inside. */
export async function join(page: Page, { timeout }: { timeout?: number } = {}) {
  await expect(page.getByLabel('Your picture, as in a mirror')).toBeVisible({ timeout });
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(control(page, 'Leave')).toBeVisible({ timeout });
}

interface Call {
  appointment: { id: string; revision: number; doctor: TestPerson; patient: TestPerson };
  doctor: Page;
  patient: Page;
}

export interface CallFixtures {
  /** A signed-in page whose media can be measured. */
  caller: (person: TestPerson, options?: BrowserContextOptions) => Promise<Page>;
  /** A page of a call in a browser that was started with other words about camera and microphone. */
  browserWith: (person: TestPerson, args: string[]) => Promise<Page>;
  /** An appointment of two new people, both of them in its call and seeing each other. */
  call: Call;
}

export const test = pageTest.extend<CallFixtures>({
  caller: async ({ anotherBrowser, signIn }, use) => {
    await use(async (person, options) => {
      const context = await anotherBrowser(options);
      await Promise.all([signIn(person, context), probeMedia(context)]);
      return context.newPage();
    });
  },
  browserWith: async ({ playwright, launchOptions, baseURL, locale, consoleWatch, signIn }, use) => {
    const opened: Browser[] = [];
    await use(async (person, args) => {
      const others = launchOptions.args?.filter((arg) => !arg.includes('media-stream')) ?? [];
      const browser = await playwright.chromium.launch({ ...launchOptions, args: [...others, ...args] });
      opened.push(browser);
      const context = await browser.newContext({ baseURL, locale });
      await Promise.all([consoleWatch.watch(context), signIn(person, context), probeMedia(context)]);
      return context.newPage();
    });
    await Promise.all(opened.map((browser) => browser.close()));
  },
  call: async ({ make, caller }, use) => {
    const appointment = await make.appointment();
    const [doctor, patient] = await Promise.all([caller(appointment.doctor), caller(appointment.patient)]);
    await Promise.all(
      [doctor, patient].map(async (page) => {
        await page.goto(callPath(appointment));
        await join(page);
      }),
    );
    await Promise.all([expectPicture(doctor), expectPicture(patient)]);
    await use({ appointment, doctor, patient });
  },
});

export { expect };
