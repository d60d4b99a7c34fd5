import type { BrowserContext } from '@playwright/test';
import type { TestPerson } from '@/tests/support/factories';
import { callPath, expect, test } from './support/call-page';

// A page is one person's. Somebody else signs in in the same browser, and the page, which slept or had no network, is not told.

/** The pages of this browser hear nothing of what happens. */
const sleep = (context: BrowserContext) => context.route('**/api/events', () => {});

const said = 'Somebody else is signed in here';

test('what one person typed is not sent as the next, and the page says why', async ({
  make,
  signIn,
  signInMeanwhile,
  page,
  context,
  prisma,
}) => {
  const [one, other] = [await make.person({ name: 'Maria Keane' }), await make.person({ name: 'Tom Byrne' })];
  await sleep(context);
  await signIn(one);
  await page.goto('/account');
  await page.getByLabel('Name', { exact: true }).fill('Maria Keane-Walsh');
  await signInMeanwhile(other);
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByRole('heading', { level: 1, name: said })).toBeVisible();
  await expect(page.getByText('In this browser Tom Byrne is signed in now.')).toBeVisible();
  const names = async () =>
    (await prisma.person.findMany({ where: { id: { in: [one.id, other.id] } } })).map(({ name }) => name).sort();
  expect(await names()).toEqual(['Maria Keane', 'Tom Byrne']);
  await page.getByRole('link', { name: 'Go on as Tom Byrne' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Tom/ })).toBeVisible();
  // The page of the one who is signed in works.
  await page.goto('/account');
  await page.getByLabel('Name', { exact: true }).fill('Tom J. Byrne');
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByText('Your details are saved.')).toBeVisible();
  expect(await names()).toEqual(['Maria Keane', 'Tom J. Byrne']);
});

test('no visit is booked for whoever signed in meanwhile, with the reason of another', async ({
  make,
  signIn,
  signInMeanwhile,
  page,
  context,
  prisma,
}) => {
  const [one, other] = [await make.person(), await make.person()];
  const doctor = await make.person({ role: 'DOCTOR' });
  await sleep(context);
  await signIn(one);
  await page.goto(`/book/${doctor.id}`);
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(/\?from=/);
  await page.getByRole('textbox', { name: 'Why do you want to be seen?' }).fill('Nobody else is to know');
  await page
    .getByRole('group', { name: /^Time on/ })
    .getByRole('radio')
    .first()
    .check();
  await page.getByRole('radio', { name: 'Video visit' }).check();
  await signInMeanwhile(other);
  await page.getByRole('button', { name: 'Ask for this visit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: said })).toBeVisible();
  expect(await prisma.appointment.count({ where: { doctorId: doctor.id } })).toBe(0);
  // What the tab kept of the one is gone, too.
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(['anteroom-owner']);
});

test('a call’s door that is another’s lets nobody in, and says that they are signed out', async ({
  make,
  caller,
  signInMeanwhile,
  announce,
}) => {
  announce(/status of 401.*\/api\/appointments\//);
  const appointment = await make.appointment();
  const patient = await caller(appointment.patient);
  await sleep(patient.context());
  await patient.goto(callPath(appointment));
  await expect(patient.getByLabel('Your picture, as in a mirror')).toBeVisible();
  const asks = async (other: TestPerson) => {
    await signInMeanwhile(other, patient.context());
    return patient.evaluate((path) => fetch(path).then(({ status }) => status), `/api/appointments/${appointment.id}`);
  };
  // The doctor of the same visit would see it, on a page of their own.
  expect(await asks(appointment.doctor)).toBe(401);
  await patient.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(patient.getByRole('main').getByRole('alert')).toContainText('You are signed out', {
    // As for everybody who is put out while their connection is still being made: LiveKit gives up after fifteen seconds.
    timeout: 25_000,
  });
});

test('no page shows one person’s frame around what is another’s', async ({
  make,
  signIn,
  signInMeanwhile,
  page,
  context,
}) => {
  const [one, other] = [await make.person(), await make.person({ name: 'Tom Byrne' })];
  await sleep(context);
  await signIn(one);
  await page.goto('/');
  await signInMeanwhile(other);
  // A soft way: the frame stays as it is.
  await page.getByRole('main').getByRole('link', { name: 'Book a visit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: said })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('status')).toHaveText('You are signed out.');
});
