import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { linkToken } from '@/lib/accounts/links';
import { expect, test } from './support/fixtures';
import { HOUR } from './support/times';

// WCAG 2.2, 1.4.4 and 1.4.10: text of twice the size on the smallest phone, without scrolling sideways and without anything on anything else.

test.use({ viewport: { width: 320, height: 640 } });

/** What does not fit: the page itself, or a button that lies over the words of its field. */
const misfits = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
    for (const element of document.querySelectorAll('main *')) {
      const { right, width } = element.getBoundingClientRect();
      if (width > 1 && right > clientWidth + 1) found.push(`<${element.tagName}> ends at ${Math.round(right)}`);
    }
    for (const field of document.querySelectorAll('input')) {
      const over = field.parentElement?.querySelector('input ~ button')?.getBoundingClientRect();
      const { right, top, bottom } = field.getBoundingClientRect();
      const ends = right - Number.parseFloat(getComputedStyle(field).paddingRight);
      if (over && over.top < bottom && over.bottom > top && over.left < ends)
        found.push(`a button lies over #${field.id}`);
    }
    return found;
  });

for (const locale of ['en', 'es'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a patient’s pages', async ({ make, signIn, page, context, prisma, stack }) => {
      const patient = await make.person({ locale, name: 'Guadalupe Fernández de la Vega' });
      const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Nora Walsh' });
      const appointment = await make.appointment({ patient, doctor });
      await context.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%'));
      });
      const ids = { DEVICE: randomUUID(), RESET: randomUUID() };
      for (const kind of ['DEVICE', 'RESET'] as const) {
        const expiresAt = new Date(Date.now() + HOUR);
        await prisma.accountLink.create({ data: { id: ids[kind], kind, expiresAt, email: patient.email } });
      }
      const token = (id: string) => linkToken(id, stack.env.NEXTAUTH_SECRET);
      const found: Record<string, string[]> = {};
      const look = async (path: string) => {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const misfit = await misfits(page);
        if (misfit.length > 0) found[path.replace(/[\w-]{30,}/g, '…')] = misfit.slice(0, 8);
      };
      for (const path of ['/sign-in', '/sign-up', '/forgot', '/help', `/known/${token(ids.DEVICE)}`]) await look(path);
      await look(`/reset/${token(ids.RESET)}`);
      await signIn(patient);
      const visit = `/appointments/${appointment.id}`;
      for (const path of ['/', '/schedule', '/book', `/book/${doctor.id}`, '/account', visit, `${visit}/move`]) {
        await look(path);
      }
      await look('/someone-else');
      expect(found).toEqual({});
    });
  });
}
