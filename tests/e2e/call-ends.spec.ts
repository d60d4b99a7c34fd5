import type { Page } from '@playwright/test';
import { expectPicture, expectReleased } from './support/call-media';
import { callPath, control, expect, join, test } from './support/call-page';

const PHONE = process.env.CLINIC_PHONE ?? '';
const MINUTE = 60_000;

/** Out of the call with these words, the clinic's number and both devices released. */
async function expectOut(page: Page, words: string, within = 5_000) {
  await expect(page.getByRole('main').getByRole('alert')).toContainText(words, { timeout: within });
  await expect(control(page, 'Leave')).toBeHidden();
  await expect(page.getByRole('link', { name: PHONE })).toBeVisible();
  await expectReleased(page);
}

/** The way on from a visit that was called off: its patient's, and its doctor's. */
const booking = ({ doctor }: { doctor: { id: string } }) => ({ link: 'Book another time', href: `/book/${doctor.id}` });
const WEEK = { link: 'Your week', href: '/' };

interface CalledOff {
  by: string;
  /** In its quotes; null: none is shown. */
  note: string | null;
  link: string;
  href: string;
}

/** Who called it off, why, and one way on, which is that of this person. */
async function expectCalledOff(page: Page, { by, note, link, href }: CalledOff) {
  const main = page.getByRole('main');
  await expect(main.getByText(by, { exact: true })).toBeVisible();
  if (note) await expect(main.getByText(note, { exact: true })).toBeVisible();
  else await expect(main.getByRole('blockquote')).toHaveCount(0);
  await expect(main.getByRole('link', { name: /^(Book another time|Your week)$/ })).toHaveText([link]);
  await expect(main.getByRole('link', { name: link, exact: true })).toHaveAttribute('href', href);
}

/** Chromium writes refused requests to the console by itself. */
const refused = (status: number) => new RegExp(`status of ${status}.*/api/appointments/`);

test('someone whose account is disabled is out within a second; the other stays and waits', async ({
  call: { doctor, patient, appointment },
  make,
  caller,
  announce,
}) => {
  announce(refused(401));
  const admin = await caller(await make.person({ role: 'ADMIN' }));
  await admin.goto(`/?q=${encodeURIComponent(appointment.patient.email)}`);
  await admin.getByRole('button', { name: `Disable ${appointment.patient.name}` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(admin.getByText('Disabled', { exact: true })).toBeVisible();
  await expect(doctor.getByText(`Waiting for ${appointment.patient.name}`)).toBeVisible({ timeout: 1_000 });
  await expectOut(patient, 'You are signed out');
  await expect(doctor.getByText(`Waiting for ${appointment.patient.name}`)).toBeVisible();
  await expect(control(doctor, 'Leave')).toBeVisible();
});

test('someone who changes their password is out of the call within a second and can sign in again', async ({
  call: { doctor, patient, appointment },
  announce,
}) => {
  announce(refused(401));
  const account = await patient.context().newPage();
  await account.goto('/account');
  await account.getByLabel('Current password').fill(appointment.patient.password);
  for (const field of ['New password', 'New password again'])
    await account.getByLabel(field, { exact: true }).fill('another horse, another battery');
  await account.getByRole('button', { name: 'Change password' }).click();
  await account.waitForURL(/sign-in/);
  await expect(doctor.getByText(`Waiting for ${appointment.patient.name}`)).toBeVisible({ timeout: 1_000 });
  await expectOut(patient, 'You are signed out');
  await expect(doctor.getByText(`Waiting for ${appointment.patient.name}`)).toBeVisible();

  await patient.getByRole('link', { name: 'Sign in' }).click();
  await patient.getByLabel('E-mail').fill(appointment.patient.email);
  await patient.getByLabel('Password', { exact: true }).fill('another horse, another battery');
  await patient.getByRole('button', { name: 'Sign in' }).click();
  await join(patient);
  await Promise.all([expectPicture(patient), expectPicture(doctor)]);
});

test('an appointment canceled during its call ends it for both', async ({
  call: { doctor, patient, appointment },
  announce,
}) => {
  announce(refused(409));
  const { id, revision } = appointment;
  const note = 'I have been called to an emergency.';
  const answer = await doctor.request.post(`/api/appointments/${id}/cancel`, { data: { revision, note } });
  expect(answer.status(), await answer.text()).toBe(200);
  await Promise.all([doctor, patient].map((page) => expectOut(page, 'This appointment was canceled')));
  const off = { by: `${appointment.doctor.name} canceled it.`, note: `“${note}”`, ...booking(appointment) };
  await expectCalledOff(patient, off);
  await expectCalledOff(doctor, { ...off, by: 'You canceled it.', ...WEEK });

  // Whoever comes only now reads the same.
  await Promise.all([doctor, patient].map((page) => page.reload()));
  await Promise.all(
    [doctor, patient].map((page) => expect(page.locator('[data-call-closed="appointment_canceled"]')).toBeVisible()),
  );
  await expectCalledOff(doctor, { ...off, by: 'You canceled it.', ...WEEK });
  await expectCalledOff(patient, off);
  await patient.getByRole('link', { name: off.link }).click();
  await expect(patient).toHaveURL(off.href);
  await expect(patient.getByRole('heading', { level: 1 })).toHaveText(`Book a visit with ${appointment.doctor.name}`);
});

test('nobody is told to come to the clinic for a visit that does not take place, or is over', async ({
  make,
  caller,
}) => {
  const patient = await make.person();
  const page = await caller(patient);
  for (const [status, title] of [
    ['CONFIRMED', 'This visit is in person'],
    ['CANCELED', 'This appointment was canceled'],
    ['DECLINED', 'This appointment will not take place'],
    ['COMPLETED', 'This appointment is over'],
  ] as const) {
    await page.goto(callPath(await make.appointment({ patient, status, visitType: 'IN_PERSON' })));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect((await page.getByText('Please come to the clinic').count()) > 0).toBe(status === 'CONFIRMED');
  }
});

test('a request that is declined while its call page is open: who, why, and the way to another time', async ({
  make,
  caller,
}) => {
  const appointment = await make.appointment({ status: 'PENDING', startsIn: 20 });
  const [patient, doctor] = await Promise.all([caller(appointment.patient), caller(appointment.doctor)]);
  await patient.goto(callPath(appointment));
  await expect(patient.locator('[data-call-closed="appointment_not_confirmed"]')).toBeVisible();
  const { id, revision } = appointment;
  const note = 'Please see a neurologist first.';
  const answer = await doctor.request.post(`/api/appointments/${id}/decline`, { data: { revision, note } });
  expect(answer.status(), await answer.text()).toBe(200);
  await expect(patient.getByRole('heading', { name: 'This appointment will not take place' })).toBeVisible();
  const by = `${appointment.doctor.name} declined the request.`;
  await expectCalledOff(patient, { by, note: `“${note}”`, ...booking(appointment) });
});

test('a visit that the front desk cancels without a word: by the clinic, and nothing that was said before is its reason', async ({
  make,
  caller,
}) => {
  const appointment = await make.appointment({ status: 'PENDING', startsIn: 20 });
  const { id, doctor, patient } = appointment;
  const admin = await caller(await make.person({ role: 'ADMIN' }));
  const [hers, theirs] = await Promise.all([caller(doctor), caller(patient)]);
  const change = async (page: Page, what: 'confirm' | 'cancel', data: object) => {
    const answer = await page.request.post(`/api/appointments/${id}/${what}`, { data });
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { revision: number }).revision;
  };
  const revision = await change(hers, 'confirm', { revision: appointment.revision, note: 'See you soon.' });
  await change(admin, 'cancel', { revision });
  const off = { by: 'The clinic canceled it.', note: null };
  await Promise.all([hers, theirs].map((page) => page.goto(callPath(appointment))));
  await expectCalledOff(hers, { ...off, ...WEEK });
  await expectCalledOff(theirs, { ...off, ...booking(appointment) });
});

test('a visit handed over during its call: the former doctor is out, the patient stays, the new doctor comes in', async ({
  call: { doctor, patient, appointment },
  make,
  caller,
  announce,
}) => {
  announce(refused(404));
  const next = await make.person({ role: 'DOCTOR', name: 'Dr Bea Nova' });
  const admin = await caller(await make.person({ role: 'ADMIN' }));
  const { id, revision } = appointment;
  const message = 'My colleague takes over.';
  const named = (name: string) => patient.getByRole('main').getByText(name).filter({ hasNotText: message });
  await control(doctor, 'Chat').click();
  await doctor.getByRole('textbox', { name: 'Write a message' }).fill(message);
  await doctor.getByRole('button', { name: 'Send' }).click();
  await expect(patient.getByRole('heading', { level: 1, name: appointment.doctor.name })).toBeVisible();
  const data = { revision, doctorId: next.id };
  const answer = await admin.request.post(`/api/appointments/${id}/hand-over`, { data });
  expect(answer.status(), await answer.text()).toBe(200);
  await expectOut(doctor, 'This appointment has changed');
  await expect(control(patient, 'Leave')).toBeVisible();
  // Before the new doctor is there.
  await expect(patient.getByText(`Waiting for ${next.name}`)).toBeVisible();
  await expect(patient.getByRole('heading', { level: 1, name: next.name })).toBeVisible();
  await expect(patient).toHaveTitle(new RegExp(`^\\(1\\) Video call with ${next.name} · `));
  await expect(named(appointment.doctor.name)).toHaveCount(0);
  const comes = await caller(next);
  await comes.goto(callPath(appointment));
  await Promise.all([join(comes), expect(patient.getByText(`${next.name} is here.`)).toBeVisible()]);
  await Promise.all([expectPicture(comes), expectPicture(patient)]);

  await expect(patient.getByRole('heading', { level: 1, name: next.name })).toBeVisible();
  await expect(patient.getByRole('region', { name: `Picture of ${next.name}` })).toBeVisible();
  await expect(named(appointment.doctor.name)).toHaveCount(0);
  await control(comes, 'Hand, not raised').click();
  await expect(patient.getByText(`${next.name} raised a hand`)).toBeVisible();
  await patient.getByRole('button', { name: 'Details' }).click();
  await expect(patient.getByRole('dialog')).toContainText(next.name);
  await expect(named(appointment.doctor.name)).toHaveCount(0);
  // Whoever wrote a message goes on to be its author.
  await control(patient, /^Chat/).click();
  await expect(patient.getByRole('listitem').filter({ hasText: message })).toContainText(appointment.doctor.name);
  // The former doctor's words were not for the new one; the patient's own, from now on, are.
  const word = 'Good to see you.';
  await patient.getByRole('textbox', { name: 'Write a message' }).fill(word);
  await patient.getByRole('button', { name: 'Send' }).click();
  await control(comes, /^Chat/).click();
  await expect(comes.getByRole('listitem').filter({ hasText: word })).toBeVisible();
  await expect(comes.getByRole('listitem').filter({ hasText: message })).toHaveCount(0);
  await expect(comes.getByRole('heading', { level: 1, name: appointment.patient.name })).toBeVisible();
});

test('a call ends for both when its window closes', async ({ make, caller, announce }) => {
  announce(refused(403));
  // Enough for both to come in on a slow machine.
  const closesAt = Date.now() + 20_000;
  const appointment = await make.appointment({ startsAt: new Date(closesAt - 120 * MINUTE) });
  const pages = await Promise.all([caller(appointment.doctor), caller(appointment.patient)]);
  await Promise.all(
    pages.map(async (page) => {
      await page.goto(callPath(appointment));
      await join(page);
      await expect(page.getByText('This call closes in less than two minutes.')).toBeVisible();
    }),
  );
  await Promise.all(pages.map((page) => expectPicture(page)));
  const left = closesAt - Date.now();
  expect(left).toBeGreaterThan(0);
  await Promise.all(pages.map((page) => expectOut(page, 'The time for this call is over', left + 5_000)));
  expect(Date.now()).toBeGreaterThanOrEqual(closesAt);
});

test('joining from another tab takes the call there, and it can be taken back', async ({
  call: { doctor, patient, appointment },
  announce,
}) => {
  announce(/status of 409.*video-token/);
  const other = await patient.context().newPage();
  await other.goto(callPath(appointment));
  await expect(other.getByText('You are in the call already, in another tab or on another device.')).toBeVisible();
  await join(other);
  await expectOut(patient, 'You joined from another tab or device');
  await Promise.all([expectPicture(other), expectPicture(doctor)]);
  await expect(patient.getByRole('main').getByRole('alert')).toContainText('You joined from another tab or device');

  await patient.getByRole('button', { name: 'Take the call here' }).click();
  await expectOut(other, 'You joined from another tab or device');
  await Promise.all([expectPicture(patient), expectPicture(doctor)]);
});

test('the call of an appointment of others is not there', async ({ make, caller, announce }) => {
  announce(/status of 404.*\/call/);
  const appointment = await make.appointment();
  for (const role of ['PATIENT', 'DOCTOR', 'ADMIN'] as const) {
    const stranger = await caller(await make.person({ role }));
    const answer = await stranger.goto(callPath(appointment));
    expect(answer?.status(), role).toBe(404);
    await expect(stranger.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
  }
});
