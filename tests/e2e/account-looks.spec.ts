import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { linkToken } from '@/lib/accounts/links';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };
import { expectFits, expectGoodLooks } from './support/call-looks';
import { expect, test } from './support/fixtures';
import { expectLargeTargets } from './support/targets';
import { HOUR } from './support/times';

const NAME = 'Guadalupe Fernández de la Vega y Montemayor';

for (const [locale, words] of [
  ['en', en],
  ['es', es],
] as const) {
  // As in looks.spec.ts: axe in one language, whether words fit in both.
  const look = async (page: Page, sign: Locator, ofPatients = true) => {
    await expect(sign.first()).toBeVisible();
    await (locale === 'en' ? expectGoodLooks(page) : expectFits(page));
    if (ofPatients) await expectLargeTargets(page);
  };

  test.describe(locale, () => {
    test.use({ locale, timezoneId: 'America/Argentina/Buenos_Aires' });
    test.describe.configure({ timeout: 120_000 });

    test('sign-up and a forgotten password, with and without errors, and what is said after', async ({ page }) => {
      await page.goto('/sign-up');
      await look(page, page.getByText('Buenos Aires, Argentina'));
      await page.getByRole('button', { name: words.form.zoneChangeName }).click();
      await look(page, page.getByLabel(words.form.zoneSearch));
      await page.getByLabel(words.form.zoneSearch).fill('nowhere at all');
      await look(page, page.getByRole('status').filter({ hasText: /\.$/ }));
      await page.getByRole('button', { name: words.form.zoneDone }).click();
      await page.getByRole('button', { name: words.form.sendLink }).click();
      await look(page, page.getByRole('alert').filter({ hasText: words.formErrors.nameMissing }));
      await page.getByLabel(words.form.name, { exact: true }).fill(NAME);
      await page.getByLabel(words.form.email).fill(`guadalupe.fernandez.${randomUUID()}@test.example`);
      await page.getByRole('button', { name: words.form.sendLink }).click();
      await look(page, page.getByRole('heading', { name: words.form.sentTitle }));

      await page.goto('/forgot');
      await page.getByRole('button', { name: words.form.sendLink }).click();
      await look(page, page.getByRole('alert').filter({ hasText: words.formErrors.emailMissing }));
      await page.getByLabel(words.form.email).fill(`guadalupe.fernandez.${randomUUID()}@test.example`);
      await page.getByRole('button', { name: words.form.sendLink }).click();
      await look(page, page.getByRole('heading', { name: words.form.sentTitle }));
    });

    test('where the links lead', async ({ make, page, prisma, stack }) => {
      const [id, { email }] = [randomUUID(), await make.person()];
      const expiresAt = new Date(Date.now() + HOUR);
      const to = { email: `${id}@test.example`, name: NAME, role: 'PATIENT', locale } as const;
      await prisma.accountLink.create({ data: { id, kind: 'SIGN_UP', expiresAt, ...to } });
      const reset = randomUUID();
      await prisma.accountLink.create({ data: { id: reset, kind: 'RESET', expiresAt, email } });
      const token = (link: string) => linkToken(link, stack.env.NEXTAUTH_SECRET);
      await page.goto(`/welcome/${token(id)}`);
      await look(page, page.getByRole('heading', { name: words.welcome.greeting.replace('{name}', NAME) }));
      await page.getByRole('button', { name: words.welcome.submit }).click();
      await look(page, page.getByRole('alert').filter({ hasText: words.formErrors.passwordMissing }));
      await page.getByLabel(words.form.password, { exact: true }).fill(NAME);
      await look(page, page.getByText(words.passwordFaults.own));
      await page.getByLabel(words.form.password, { exact: true }).fill('dolphin umbrella cactus');
      await look(page, page.getByText(words.passwordFaults.none));
      await page.goto(`/reset/${token(reset)}`);
      await look(page, page.getByRole('heading', { name: words.welcome.resetTitle }));
      const known = randomUUID();
      await prisma.accountLink.create({ data: { id: known, kind: 'DEVICE', expiresAt, email } });
      await page.goto(`/known/${token(known)}`);
      await look(page, page.getByRole('button', { name: words.known.go }));
      await page.goto('/welcome/nothing');
      await look(page, page.getByText(words.linkClosed.unknown));
      await prisma.accountLink.deleteMany({ where: { id: { in: [id, reset, known] } } });
    });

    test('the devices where one is signed in, the question for the password, and what the admin reads of refusals', async ({
      make,
      signIn,
      page,
      anotherBrowser,
      prisma,
    }) => {
      const person = await make.person({ name: NAME, locale });
      const phone =
        'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
      await signIn(person, await anotherBrowser({ userAgent: phone }));
      await signIn(person);
      const provenAt = new Date(Date.now() - HOUR);
      await prisma.session.updateMany({ where: { personId: person.id }, data: { provenAt } });
      await page.goto('/account');
      const end = page.getByRole('button', { name: words.sessions.endName.replace('{device}', 'Chrome, Android') });
      await look(page, end);
      await end.click();
      const asked = page.getByRole('dialog', { name: words.proof.title });
      await asked.getByRole('button', { name: words.proof.go }).click();
      await look(page, asked.getByText(words.proof.missing));
      await signIn(await make.person({ role: 'ADMIN', name: NAME, locale }));
      await page.goto('/security');
      await look(page, page.getByRole('heading', { name: words.security.title }), false);
    });

    test('a doctor’s account page and the front desk’s invitation', async ({ make, signIn, page, prisma }) => {
      await signIn(await make.person({ role: 'DOCTOR', name: NAME, locale }));
      await page.goto('/account');
      await look(page, page.getByRole('button', { name: words.account.saveDetails }));
      await page.getByLabel(words.form.specialty).fill('');
      await page.getByRole('button', { name: words.account.saveDetails }).click();
      await look(page, page.getByRole('alert').filter({ hasText: words.formErrors.specialtyMissing }));

      await signIn(await make.person({ role: 'ADMIN', name: NAME, locale }));
      await page.goto('/invite');
      await page.getByRole('button', { name: words.invite.submit }).click();
      await look(page, page.getByRole('alert').filter({ hasText: words.formErrors.languagesMissing }), false);
      const id = randomUUID();
      const to = { email: `${id}@test.example`, name: NAME, role: 'DOCTOR', locale } as const;
      await prisma.accountLink.create({ data: { id, kind: 'INVITATION', expiresAt: new Date(), ...to } });
      await page.goto('/?q=nobody+at+all');
      await look(page, page.getByText(words.people.none), false);
      await page
        .getByRole('button', { name: words.peopleActions.withdraw.name.replace('{name}', NAME) })
        .first()
        .click();
      const question = words.peopleActions.withdraw.question.replace('{name}', NAME);
      await look(page, page.getByRole('dialog', { name: question }), false);
      await prisma.accountLink.delete({ where: { id } });
    });
  });
}
