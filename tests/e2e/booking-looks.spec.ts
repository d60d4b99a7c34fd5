import AxeBuilder from '@axe-core/playwright';
import { hoursAhead } from './support/booking';
import { expect, test } from './support/fixtures';
import { MINUTE } from './support/times';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`narrow, in Spanish, ${colorScheme}`, () => {
    test.use({ viewport: { width: 360, height: 740 }, colorScheme, locale: 'es-ES' });

    test('every page can be used by everyone', async ({ make, signIn, page, prisma }) => {
      const doctor = await make.person({ role: 'DOCTOR', zone: 'America/St_Johns', locale: 'es' });
      const patient = await make.person({ locale: 'es', zone: 'Asia/Kathmandu' });
      const { id } = await make.appointment({ doctor, patient, startsAt: hoursAhead(50), length: 50 });
      const proposedStartsAt = hoursAhead(60);
      await prisma.appointment.update({
        where: { id },
        data: { proposedStartsAt, proposedEndsAt: new Date(proposedStartsAt.getTime() + 50 * MINUTE) },
      });
      const look = async (path: string, before?: () => Promise<unknown>) => {
        await page.goto(path);
        await before?.();
        // It comes with the end of the page's stream.
        await expect(page, path).toHaveTitle(/./);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, path).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)]),
          path,
        ).toEqual([]);
      };
      await signIn(patient);
      await look('/');
      await look('/book');
      await look(`/book/${doctor.id}`, async () => {
        await page
          .getByRole('group', { name: /^Hora,/ })
          .getByRole('radio')
          .first()
          .check();
        await page.getByRole('button', { name: 'Pedir esta cita' }).click();
        await expect(page.getByRole('alert').filter({ hasText: 'Elija cómo' })).toBeVisible();
      });
      await look(`/appointments/${id}/move`);
      await look(`/appointments/${id}?done=proposed`);
      await look(`/appointments/${id}`, () => page.getByRole('button', { name: 'Cancelar la cita' }).click());
      await signIn(doctor);
      await look(`/appointments/${id}`);
    });
  });
}
