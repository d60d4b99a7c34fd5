import type { BrowserContext } from '@playwright/test';

/** The header with which another client would be taken for this browser. */
export const cookiesOf = async (context: BrowserContext) =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
