import type { APIRequestContext } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import { test as base, signInBy } from '../support/fixtures';
import { makers } from '../support/people';
import { type Cast, makeCast } from './cast';

interface Shared {
  /** Makes a cast whose sessions a test may end. */
  newCast: () => Promise<Cast>;
  /** The cast of all tests of a file, signed in once. */
  cast: Cast;
}

export const test = base.extend<object, Shared>({
  newCast: [
    async ({ playwright, stack, prisma }, use) => {
      const make = makers(prisma);
      const opened: APIRequestContext[] = [];
      const open = async (person?: TestPerson) => {
        const request = await playwright.request.newContext({ baseURL: stack.baseUrl });
        opened.push(request);
        if (person) await signInBy(request, person);
        return request;
      };
      const disable = (ids: string[]) =>
        prisma.person.updateMany({ where: { id: { in: ids } }, data: { disabledAt: new Date() } });
      await use(() => makeCast(make, disable, open));
      for (const request of opened) await request.dispose();
      await make.clear();
    },
    { scope: 'worker' },
  ],
  cast: [async ({ newCast }, use) => use(await newCast()), { scope: 'worker' }],
});
