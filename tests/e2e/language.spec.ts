import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';

const expectSpanish = (page: Page) => expect(page.locator('html')).toHaveAttribute('lang', 'es');
const expectEnglish = (page: Page) => expect(page.locator('html')).toHaveAttribute('lang', 'en');

for (const locale of ['es', 'es-MX', 'es-ES']) {
  test(`a browser that asks for ${locale} reads Spanish without choosing`, async ({ anotherBrowser }) => {
    const page = await (await anotherBrowser({ locale })).newPage();
    for (const [path, heading] of [
      ['/sign-in', 'Iniciar sesión'],
      ['/help', 'Ayuda para las videoconsultas'],
    ] as const) {
      await page.goto(path);
      await expectSpanish(page);
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    }
  });
}

test('a browser that asks for neither reads English', async ({ anotherBrowser }) => {
  const page = await (await anotherBrowser({ locale: 'ja-JP' })).newPage();
  await page.goto('/sign-in');
  await expectEnglish(page);
});

test('the 404 page speaks the language too', async ({ anotherBrowser, announce }) => {
  announce(/status of 404/);
  const page = await (await anotherBrowser({ locale: 'es' })).newPage();
  await page.goto('/nada');
  await expectSpanish(page);
  await expect(page.getByRole('heading', { name: 'Esta página no está aquí' })).toBeVisible();
});

test('what a visitor chose stays chosen in that browser', async ({ anotherBrowser, make }) => {
  const page = await (await anotherBrowser({ locale: 'es' })).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Correo electrónico').fill('sam@mail.example');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expectEnglish(page);
  await expect(page.getByRole('button', { name: 'English' })).toHaveAttribute('aria-pressed', 'true');
  await page.goto('/help');
  await expectEnglish(page);

  // An account that chose nothing reads what its browser chose.
  const { email, password } = await make.person({ locale: null });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/');
  await expectEnglish(page);
});

test('after saving, the answer has the focus and is read out', async ({ make, signIn, page }) => {
  await signIn(await make.person({ locale: null }));
  await page.goto('/account');
  await page.getByLabel('Español').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Guardado.' })).toBeFocused();
  await page.getByRole('button', { name: 'Activar' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Activado.' })).toBeFocused();
});

test('what an account chose wins, in every browser', async ({ make, signIn, page, anotherBrowser }) => {
  const person = await make.person({ locale: null });
  await signIn(person);
  await page.goto('/account');
  await expectEnglish(page);
  await expect(page.getByRole('radio', { name: 'As in the browser' })).toBeChecked();
  await page.getByRole('radio', { name: 'Español' }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Guardado.' })).toBeVisible();
  await expectSpanish(page);
  await expect(page.getByRole('radio', { name: 'Español' })).toBeChecked();
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Mis citas' })).toBeVisible();

  const other = await anotherBrowser({ locale: 'en-US' });
  await signIn(person, other);
  const theirs = await other.newPage();
  await theirs.goto('/schedule');
  await expectSpanish(theirs);

  await page.goto('/account');
  await page.getByRole('radio', { name: 'El del navegador' }).check();
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await expectEnglish(page);
});

test('Spanish dates and times read as Spanish', async ({ make, signIn, page, prisma }) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'Europe/London' });
  const patient = await make.person({ zone: 'Europe/Madrid', locale: 'es' });
  const { id } = await make.appointment({ doctor, patient, startsAt: new Date('2031-05-13T10:00Z') });
  await signIn(patient);
  await page.goto('/schedule');
  const item = page.getByRole('article', { name: doctor.name });
  await expect(item).toContainText('Mar 13 may 2031, 12:00–12:30');
  await expect(item).toContainText('hora de Madrid');
  await expect(item).toContainText('11:00, hora de Londres');
  await expect(item).toContainText('Se abre el 13 de mayo a las 11:30');

  // Within a sentence a weekday has no capital.
  const proposed = { proposedStartsAt: new Date('2031-05-14T10:00Z'), proposedEndsAt: new Date('2031-05-14T10:30Z') };
  await prisma.appointment.update({ where: { id }, data: proposed });
  await page.goto(`/appointments/${id}`);
  await expect(page.getByText('otra hora: mié 14 may 2031, 12:00–12:30.')).toBeVisible();
});
