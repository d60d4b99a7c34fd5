import type { Page } from '@playwright/test';
import { RoomServiceClient } from 'livekit-server-sdk';
import { roomName } from '@/lib/appointments/policy';
import { expectReleased } from './support/call-media';
import { callPath, control, expect, join, test } from './support/call-page';
import { cookiesOf } from './support/cookies';
import { expectProblem } from './support/problems';
import type { StackUnderTest } from './support/stack';

const SECOND = 1_000;

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Account menu/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/sign-in');
}

/** Has the tab keep something, once the page has said whose it is. */
async function keep(page: Page) {
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('anteroom-owner'))).toBeTruthy();
  await page.evaluate(() => sessionStorage.setItem('a chat', 'what was said'));
}

/** The stream of events of a browser, read until it ends. */
async function streamOf(baseURL: string | undefined, cookie: string) {
  const response = await fetch(`${baseURL}/api/events`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return { ended: response.text() };
}

const passwordDialog = (page: Page) => page.getByRole('dialog', { name: 'Your password, please' });

test('signing out ends the session: its cookie opens nothing more, and nothing renews it', async ({
  make,
  signIn,
  page,
  context,
  playwright,
  baseURL,
}) => {
  const { id, patient } = await make.appointment();
  await signIn(patient);
  const cookie = await cookiesOf(context);
  const stolen = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
  expect((await stolen.post(`/api/appointments/${id}/video-token`)).status()).toBe(200);
  const renewal = await stolen.get('/api/auth/session');
  await expectProblem(renewal, 404, 'not_found');
  expect(renewal.headers()['set-cookie']).toBeUndefined();

  await page.goto('/');
  await keep(page);
  await page.goto('/schedule');
  const stream = await streamOf(baseURL, cookie);
  const since = Date.now();
  await signOut(page);
  expect(await stream.ended).toMatch(/event: ended\ndata: \{\}\n\n$/);
  expect(Date.now() - since).toBeLessThan(3 * SECOND);
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('a chat'))).toBeNull();
  await expectProblem(await stolen.get('/api/appointments'), 401, 'signed_out');
  await expectProblem(await stolen.post(`/api/appointments/${id}/video-token`), 401, 'signed_out');
  await expectProblem(await stolen.get('/api/events'), 401, 'signed_out');
  await stolen.dispose();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('whoever signs out without the site reads that they may still be signed in, and afterwards that they are not', async ({
  make,
  signIn,
  page,
  context,
  announce,
}) => {
  announce(/ERR_INTERNET_DISCONNECTED/);
  await signIn(await make.person());
  // Nothing is refreshed just as the network goes.
  await page.route('**/api/events', () => {});
  await page.goto('/');
  await page.getByRole('button', { name: /^Account menu/ }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'you may still be signed in here' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('status')).toHaveText('You are signed out.');
  await expect(page.getByRole('status')).toBeFocused();
  // It is said once.
  await expect(page).toHaveURL('/sign-in');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('status')).toBeHidden();
});

test('whoever was signed out reads why, and comes back to the very address where they were', async ({
  make,
  signIn,
  page,
  prisma,
  announce,
}) => {
  announce(/status of 401/);
  const doctor = await make.person({ role: 'DOCTOR' });
  await signIn(doctor);
  await page.route('**/api/events', () => {});
  const session = { where: { personId: doctor.id, endedAt: null } };
  await page.goto('/?week=2027-03-01');
  const ended = (endReason: string) =>
    prisma.session.updateMany({ ...session, data: { endedAt: new Date(), endReason } });
  await ended('ended_elsewhere');
  await page.reload();
  await expect(page).toHaveURL(`/sign-in?from=${encodeURIComponent('/?week=2027-03-01')}`);
  await expect(page.getByRole('status')).toHaveText(/^You were signed out here from another device/);
  await expect(page.getByRole('status')).toBeFocused();
  await page.getByLabel('E-mail').fill(doctor.email);
  await page.getByLabel('Password', { exact: true }).fill(`${doctor.password} `);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'begins or ends with a space' })).toBeVisible();
  // What was said before is not said beside it.
  await expect(page.getByRole('status')).toBeHidden();
  await page.getByLabel('Password', { exact: true }).fill(doctor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/?week=2027-03-01');
  // Of an action, too: what was typed is lost, and the page is not.
  await page.goto('/hours?new=1');
  await ended('password_changed');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('because your password was changed')).toBeVisible();
  await expect(page).toHaveURL('/sign-in?from=%2Fhours');
});

test('what a tab kept goes when somebody else signs in', async ({ make, signIn, signInMeanwhile, page }) => {
  await signIn(await make.person());
  await page.goto('/');
  await keep(page);
  await page.reload();
  expect(await page.evaluate(() => sessionStorage.getItem('a chat'))).toBe('what was said');
  await signInMeanwhile(await make.person());
  await page.reload();
  await expect.poll(() => page.evaluate(() => sessionStorage.getItem('a chat'))).toBeNull();
});

test('what one person typed is not there for the next, who signs in in another tab', async ({
  make,
  signIn,
  signInMeanwhile,
  page,
}) => {
  const [one, other] = [await make.person(), await make.person()];
  await signIn(one);
  const stream = page.waitForRequest('**/api/events');
  await page.goto('/account');
  await stream;
  await page.getByLabel('Name', { exact: true }).fill('Maria, with a reason of her own');
  await signInMeanwhile(other);
  const typed = () =>
    page
      .getByLabel('Name', { exact: true })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  await expect.poll(typed).not.toContain('Maria, with a reason of her own');
  await page.goto('/account');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(other.name);
});

test('another device is signed out from the list, and leaves its call and its stream within a second', async ({
  call: { doctor, patient, appointment },
  signIn,
  anotherBrowser,
  announce,
  baseURL,
}) => {
  announce(/status of 401.*\/api\/appointments\//);
  const other = await anotherBrowser({
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  });
  await signIn(appointment.patient, other);
  const page = await other.newPage();
  const stream = await streamOf(baseURL, await cookiesOf(patient.context()));
  await page.goto('/account');
  const list = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('Firefox, Linux');
  await expect(list.getByRole('listitem').first()).toContainText('This device');
  await expect(list.getByRole('listitem').last()).toContainText('last used today,');
  // From the answer on: what comes before it is the request's own time.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST').then(() => Date.now());
  const streamEnded = stream.ended.then(() => Date.now());
  const alone = expect(doctor.getByText(`Waiting for ${appointment.patient.name}`))
    .toBeVisible()
    .then(() => Date.now());
  await list.getByRole('button', { name: /^Sign out Chrome/ }).click();
  const [since, streamedAt, leftAt] = await Promise.all([answered, streamEnded, alone]);
  const [streamed, left] = [streamedAt - since, leftAt - since];
  await expect(patient.getByRole('main').getByRole('alert')).toContainText('You are signed out');
  await expect(control(patient, 'Leave')).toBeHidden();
  await expectReleased(patient);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  expect(Math.max(streamed, left), `${streamed} ms, ${left} ms`).toBeLessThan(SECOND);
  await page.reload();
  await expect(list.getByRole('listitem')).toHaveCount(1);
});

/** Milliseconds from the SFU's first sign to somebody on their connection, which lets them in, until it closes the connection. */
async function stay(hears: (heard: () => void, ended: () => void) => unknown): Promise<number> {
  let cameAt = 0;
  await new Promise<void>((ended) => hears(() => (cameAt ||= Date.now()), ended));
  expect(cameAt, 'the SFU let them in').toBeGreaterThan(0);
  return Date.now() - cameAt;
}

/** The others whom the SFU counts in. */
async function peopleIn({ LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET }: StackUnderTest['env'], id: string) {
  const rooms = new RoomServiceClient(LIVEKIT_URL.replace('ws', 'http'), LIVEKIT_API_KEY, LIVEKIT_API_SECRET);
  return (await rooms.listParticipants(roomName(id))).map(({ identity }) => identity);
}

test('whoever comes with such a token and lets no media connect is out within a second, too', async ({
  make,
  signIn,
  context,
  stack,
}) => {
  const appointment = await make.appointment();
  await signIn(appointment.patient);
  const { request } = context;
  const { token, serverUrl } = await (await request.post(`/api/appointments/${appointment.id}/video-token`)).json();
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  await request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } });
  const socket = new WebSocket(`${serverUrl}/rtc?${new URLSearchParams({ access_token: token, protocol: '15' })}`);
  try {
    const stayed = await stay((heard, ended) => {
      // It lets nobody in without a good token, and may put them out before it says a word.
      socket.addEventListener('open', heard);
      socket.addEventListener('close', ended);
    });
    expect(stayed).toBeLessThan(SECOND);
    expect(await peopleIn(stack.env, appointment.id)).toEqual([]);
  } finally {
    socket.close();
  }
});

test('devices of one kind are told apart, and what became of signing them out has the focus', async ({
  make,
  signIn,
  page,
  anotherBrowser,
}) => {
  const person = await make.person();
  for (let i = 0; i < 3; i++) await signIn(person, await anotherBrowser());
  await signIn(person);
  await page.goto('/account');
  const list = page.getByRole('region', { name: 'Where you are signed in' });
  const buttons = list.getByRole('button', { name: /^Sign out Chrome, \w+, signed in today, / });
  await expect(buttons).toHaveCount(3);
  const names = await buttons.evaluateAll((found) => found.map((button) => button.getAttribute('aria-label')));
  expect(new Set(names).size).toBe(3);
  const said = list.getByRole('status');
  await buttons.first().click();
  await expect(said).toHaveText(/^Chrome, \w+ is signed out\.$/);
  await expect(buttons).toHaveCount(2);
  await expect(said).toBeFocused();
  await list.getByRole('button', { name: 'Sign out all other devices' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out all other devices' }).click();
  await expect(said).toHaveText('All other devices are signed out.');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(said).toBeFocused();
});

test('whoever comes with a token from before the end of their session is out of the room within a second', async ({
  make,
  caller,
  announce,
  stack,
}) => {
  announce(/status of 401.*\/api\/(appointments\/|events)/);
  const appointment = await make.appointment();
  const [doctor, patient] = [await caller(appointment.doctor), await caller(appointment.patient)];
  await doctor.goto(callPath(appointment));
  await join(doctor);
  const { request } = patient.context();
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  // The door fetches the token that Join goes in with.
  const fetched = patient.waitForResponse('**/video-token');
  await patient.goto(callPath(appointment));
  await expect(patient.getByLabel('Your picture, as in a mirror')).toBeVisible();
  await (await fetched).finished();
  await request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } });
  const stayed = stay((heard, ended) =>
    patient.on('websocket', (socket) => socket.on('framereceived', heard).on('close', ended)),
  );
  await patient.getByRole('button', { name: 'Join', exact: true }).click();

  expect(await stayed).toBeLessThan(SECOND);
  expect(await peopleIn(stack.env, appointment.id)).toEqual([appointment.doctor.id]);
  // Whoever is put out while their connection is still being made is told when it gives up, after LiveKit's fifteen seconds.
  const told = patient.getByRole('main').getByRole('alert');
  await expect(told).toContainText('You are signed out', { timeout: 25 * SECOND });
  await expectReleased(patient);
});

test('after a while the password is asked again before what lasts; what was typed stays', async ({
  make,
  signIn,
  page,
  prisma,
}) => {
  const [admin, patient] = [await make.person({ role: 'ADMIN' }), await make.person()];
  const anHourAgo = ({ id }: { id: string }) =>
    prisma.session.updateMany({
      where: { personId: id, endedAt: null },
      data: { provenAt: new Date(Date.now() - 3_600 * SECOND) },
    });
  const dialog = passwordDialog(page);
  await signIn(patient);
  await anHourAgo(patient);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'Please fill in your password.',
  );
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'This is not your password.',
  );
  await expect(dialog.getByRole('alert')).toHaveText('This is not your password.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await prisma.calendarChoice.count({ where: { personId: patient.id, feedOn: true } })).toBe(0);
  await page.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused();
  await dialog.getByLabel('Password', { exact: true }).fill(patient.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Turned on.' })).toBeVisible();
  const address = page.getByLabel('Address for your calendar program');
  await expect(address).toBeVisible();
  // A secret address is shown to whoever gives the password alone.
  await anHourAgo(patient);
  await page.reload();
  await expect(address).toBeHidden();
  await page.getByRole('button', { name: 'Show the address' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill(patient.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(address).toBeVisible();
  // The button that had the focus is gone.
  await expect(page.getByRole('status').filter({ hasText: 'The address is shown below.' })).toBeFocused();

  await signIn(admin);
  await anHourAgo(admin);
  await page.goto('/invite');
  await page.getByLabel('Patient').check();
  await page.getByLabel('Name').fill('Nora Walsh');
  const email = `${admin.id}-invited@test.example`;
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Go back' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Nora Walsh');
  // Whoever goes back knows what they did.
  await expect(page.getByRole('main').getByRole('alert').filter({ hasText: /\w/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill(admin.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL('/?invited=1');
  expect(await prisma.accountLink.count({ where: { email } })).toBe(1);
  await prisma.accountLink.deleteMany({ where: { email } });

  await anHourAgo(admin);
  await page.goto(`/?q=${encodeURIComponent(patient.email)}`);
  await page.getByRole('button', { name: `Disable ${patient.name}` }).click();
  await page
    .getByRole('dialog', { name: /^Disable/ })
    .getByRole('button', { name: 'Disable' })
    .click();
  await expect(dialog).toBeVisible();
  expect(await prisma.person.count({ where: { id: patient.id, disabledAt: null } })).toBe(1);
  await dialog.getByLabel('Password', { exact: true }).fill(admin.password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('row', { name: patient.name }).getByText('Disabled', { exact: true })).toBeVisible();
});

test('the admin reads what was counted, and nobody else does', async ({ make, signIn, page, context }) => {
  const [admin, patient] = [await make.person({ role: 'ADMIN' }), await make.person()];
  await expect(signIn({ ...patient, password: 'wrong' })).rejects.toThrow('could not sign in');
  await expectProblem(await context.request.get('/api/appointments'), 401, 'signed_out');
  await signIn(admin);
  await expect(async () => {
    await page.goto('/security');
    const today = page.getByRole('table').first();
    await expect(today.getByRole('row', { name: /^Signed in/ })).toBeVisible();
    await expect(today.getByRole('row', { name: /wrong e-mail or password/ })).toBeVisible();
    await expect(today.getByRole('row', { name: /^Refused request: nobody is signed in/ })).toBeVisible();
  }).toPass({ timeout: 15 * SECOND });
  expect(await page.content()).not.toContain(patient.email);
});
