import type { Locator, Page } from '@playwright/test';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };
import { expectFits, expectGoodLooks } from './support/call-looks';
import { expect, test } from './support/fixtures';
import { expectLargeTargets } from './support/targets';
import { noonZone } from './support/times';

const DOCTOR = 'Dr Margarethe von Hohenstein-Schillingsfürst';
const PATIENT = 'Guadalupe Fernández de la Vega y Montemayor';
const REASON =
  'Palpitations in the evening, mostly after climbing stairs; electroencephalography was suggested elsewhere';

for (const [locale, words] of [
  ['en', en],
  ['es', es],
] as const) {
  // axe in one language: the elements are the same. Whether words fit, in both.
  const look = async (page: Page, sign: Locator) => {
    await expect(sign.first()).toBeVisible();
    await (locale === 'en' ? expectGoodLooks(page) : expectFits(page));
  };
  const lookAsPatient = async (page: Page, sign: Locator) => {
    await look(page, sign);
    await expectLargeTargets(page);
  };

  test.describe(locale, () => {
    test.use({ locale });
    // axe looks at each state twice, in light and in dark.
    test.describe.configure({ timeout: 120_000 });

    test('sign-in, with and without errors, help and a page that is not there', async ({ page, announce }) => {
      announce(/status of 40[14]/);
      const title = page.getByRole('heading', { level: 1 });
      await page.goto('/sign-in');
      await lookAsPatient(page, title);
      await page.getByRole('button', { name: words.signIn.submit }).click();
      await lookAsPatient(page, page.getByText(words.signIn.passwordMissing));
      await page.getByLabel(words.signIn.email).fill('nobody@test.example');
      await page.getByLabel(words.signIn.password, { exact: true }).fill('wrong');
      await page.getByRole('button', { name: words.signIn.submit }).click();
      await lookAsPatient(page, page.getByText(words.signIn.wrong_credentials));
      await page.goto('/sign-in?changed=1');
      await lookAsPatient(page, page.getByText(words.signIn.changed));
      await page.goto('/sign-in?changed=1&feed=1');
      await lookAsPatient(page, page.getByText(words.signIn.changedWithFeed));

      await page.goto('/help');
      await lookAsPatient(page, title);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await lookAsPatient(page, page.getByText(words.help.guides[0]?.steps[0] ?? '?'));
      await page.goto('/nothing-here');
      await lookAsPatient(page, page.getByRole('heading', { name: words.notFound.title }));
    });

    test('a patient’s pages', async ({ make, signIn, page }) => {
      const zone = noonZone();
      const doctor = await make.person({ role: 'DOCTOR', name: DOCTOR, zone: 'Asia/Tokyo' });
      const patient = await make.person({ name: PATIENT, zone: 'America/Argentina/Buenos_Aires', locale });
      await signIn(await make.person({ locale, zone }));
      await page.goto('/');
      await lookAsPatient(page, page.getByText(words.home.none));
      await page.goto('/schedule');
      await lookAsPatient(page, page.getByText(words.schedule.noUpcoming));

      await make.appointment({ doctor, patient, startsIn: 3 * 24 * 60, length: 50 });
      await signIn(patient);
      await page.goto('/');
      await lookAsPatient(page, page.getByText(words.join.soon));
      await make.appointment({ doctor, patient, startsIn: -10 });
      await page.goto('/');
      await lookAsPatient(page, page.getByRole('link', { name: words.join.link }));

      const statuses = ['PENDING', 'CANCELED', 'DECLINED', 'EXPIRED', 'COMPLETED', 'NO_SHOW'] as const;
      for (const [i, status] of statuses.entries()) {
        await make.appointment({ doctor, patient, status, startsIn: (i < 4 ? 1 : -1) * 60 * (i + 2) });
      }
      await make.appointment({ doctor, patient, startsIn: 1000, visitType: 'IN_PERSON' });
      await page.reload();
      await page.getByRole('button', { name: words.home.schedule }).click();
      const open = page
        .getByRole('dialog', { name: words.schedule.title })
        .getByRole('link', { name: words.join.link });
      await lookAsPatient(page, open);
      await page.reload();
      await lookAsPatient(page, page.getByRole('heading', { level: 1, name: words.schedule.title }));
      await page.getByRole('button', { name: words.clinic.accountMenu.replace('{name}', PATIENT) }).click();
      await lookAsPatient(page, page.getByRole('button', { name: words.clinic.signOut }));
    });

    test('the account page, with and without errors', async ({ make, signIn, page }) => {
      await signIn(await make.person({ name: PATIENT, zone: 'America/Argentina/Buenos_Aires', locale }));
      await page.goto('/account?saved=language');
      await lookAsPatient(page, page.getByText(words.account.saved));
      await page.getByLabel(words.account.current).fill('wrong');
      await page.getByLabel(words.account.next, { exact: true }).fill('long enough, surely');
      await page.getByLabel(words.account.again).fill('long enough, surely');
      await page.getByRole('button', { name: words.account.change }).click();
      await lookAsPatient(page, page.getByText(words.account.wrongPassword));
    });

    test('a doctor’s week, busy and empty', async ({ make, signIn, page }) => {
      const doctor = await make.person({ role: 'DOCTOR', name: DOCTOR, zone: noonZone(), locale });
      await signIn(doctor);
      await page.goto('/');
      await look(page, page.getByText(words.week.none));
      const patient = await make.person({ name: PATIENT });
      const statuses = ['CONFIRMED', 'PENDING', 'CANCELED', 'DECLINED', 'EXPIRED', 'COMPLETED', 'NO_SHOW'] as const;
      for (const [i, status] of statuses.entries()) {
        await make.appointment({ doctor, patient, status, startsIn: 35 * i, reason: REASON });
      }
      await make.appointment({ doctor, patient, startsIn: 300, visitType: 'IN_PERSON', reason: REASON });
      await page.reload();
      await look(page, page.getByRole('link', { name: words.join.linkShort }));
      await page.goto('/?week=2031-05-12');
      await look(page, page.getByRole('link', { name: words.week.current }));
    });

    test('the front desk’s people, and the question before an account is disabled', async ({ make, signIn, page }) => {
      const admin = await make.person({ role: 'ADMIN', name: PATIENT, locale });
      const doctor = await make.person({ role: 'DOCTOR', name: DOCTOR, disabledAt: new Date() });
      const other = await make.person({ role: 'DOCTOR', name: `${DOCTOR} the Second` });
      await signIn(admin);
      await page.goto(`/?q=${encodeURIComponent(DOCTOR)}`);
      await look(page, page.getByRole('row', { name: doctor.name }));
      await page.getByRole('button', { name: words.peopleActions.disable.name.replace('{name}', other.name) }).click();
      const question = words.peopleActions.disable.question.replace('{name}', other.name);
      await look(page, page.getByRole('dialog', { name: question }));
    });

    test('nothing scrolls sideways on a small phone, whoever reads and whatever the clinic is called', async ({
      make,
      signIn,
      page,
      prisma,
    }) => {
      const doctor = await make.person({ role: 'DOCTOR', name: DOCTOR, zone: 'Asia/Tokyo', locale });
      const patient = await make.person({ name: PATIENT, zone: 'America/Argentina/Buenos_Aires', locale });
      const admin = await make.person({ role: 'ADMIN', name: PATIENT, locale });
      const visit = await make.appointment({ doctor, patient, startsIn: 3 * 24 * 60, reason: REASON });
      await make.appointment({ doctor, patient, startsIn: 4 * 24 * 60, status: 'PENDING', reason: REASON });
      const [proposedStartsAt, proposedEndsAt] = [5, 6].map((days) => new Date(Date.now() + days * 86_400_000));
      await prisma.appointment.update({ where: { id: visit.id }, data: { proposedStartsAt, proposedEndsAt } });
      const [own, move] = [`/appointments/${visit.id}`, `/appointments/${visit.id}/move`];
      const patients = ['/', '/schedule', '/book', `/book/${doctor.id}`, own, move, '/account', '/help'];
      const doctors = [
        '/',
        '/requests',
        '/hours',
        '/book-for',
        `/book-for?patient=${patient.id}`,
        own,
        move,
        '/account',
      ];
      const desks = ['/', '/desk', '/hand-over', `/hand-over?from=${doctor.id}`, '/invite', '/book-for', own, move];
      for (const [person, paths] of [
        [patient, patients],
        [doctor, doctors],
        [admin, [...desks, '/account']],
      ] as const) {
        await signIn(person);
        for (const path of paths) {
          await page.goto(path);
          await expect(page, path).toHaveTitle(/./);
          const header = page.getByRole('banner');
          for (const name of ['Hillside Clinic', 'Krankenhausgesellschaft']) {
            await header.getByText(/^(Hillside|Kranken)/).evaluate((element, text) => {
              element.textContent = text;
            }, name);
            for (const width of [360, 320]) {
              await page.setViewportSize({ width, height: 640 });
              const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              expect.soft(wide, `${path} of ${person.role}, ${width} wide, of ${name}`).toBeLessThanOrEqual(0);
            }
          }
        }
      }
    });
  });
}
