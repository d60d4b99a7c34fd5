/** npm run screenshots: starts an Anteroom of its own, lets a doctor and a patient talk, and writes docs/screenshots. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { temporaryDirectory } from '@/tests/support/temporary';
import { launch } from './bench/browsers';
import { withoutSettings } from './bench/product';
import { generate } from './generate';
import { film, type Look } from './screenshots/portrait';
import { inRoot } from './stack/paths';
import { freePort } from './stack/ports';
import { startStack } from './stack/stack';

const DOCTOR: Look = {
  ...{ wall: ['#dfe7ea', '#8fa3ad'], skin: '#e8b899', hair: '#5b3a29' },
  ...{ clothes: '#3f6e8c', coat: true, longHair: true },
};
const PATIENT: Look = {
  ...{ wall: ['#f1e4d3', '#b59a80'], skin: '#c98f6b', hair: '#2b2220' },
  ...{ clothes: '#7a4f8a', coat: false, longHair: true },
};
const DESKTOP = { viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'Europe/London' };
const PHONE = {
  ...DESKTOP,
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

const tell = (line: string) => console.log(line);

async function shoot(page: Page, name: string, fullPage = false) {
  const path = inRoot('docs/screenshots', `${name}.png`);
  await page.screenshot({ path, fullPage, animations: 'disabled' });
  tell(`docs/screenshots/${name}.png`);
}

await generate();
mkdirSync(inRoot('docs/screenshots'), { recursive: true });
const directory = temporaryDirectory();
await using left = new AsyncDisposableStack();
left.defer(() => directory.remove());

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
const stack = await startStack({
  data: directory.path,
  port: await freePort(),
  tell,
  signal: stopping.signal,
  env: {
    ...withoutSettings(),
    CLINIC_NAME: 'Hillside Clinic',
    CLINIC_PHONE: '+44 20 7946 0000',
    CLINIC_ADDRESS: '1 Hill Street, London',
    CLINIC_EMERGENCY_NOTE: 'In an emergency call 999.',
  },
});
left.defer(() => stack.stop());
stopping.signal.addEventListener('abort', () => void stack.stop().finally(() => process.exit(1)));

const drawing = await launch();
const camera = async (name: string, look: Look) => {
  const file = join(directory.path, `${name}.mjpeg`);
  await film(drawing, look, file);
  return file;
};
const [doctorCamera, patientCamera] = [await camera('doctor', DOCTOR), await camera('patient', PATIENT)];
await drawing.close();

async function signedIn(browser: Browser, email: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ ...options, baseURL: stack.baseUrl })).newPage();
  const password = stack.demo?.people.find((person) => person.email === email)?.password ?? '';
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

async function joinCall(page: Page, appointment: string) {
  await page.goto(`/appointments/${appointment}/call`);
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}

const seesOther = (page: Page) =>
  page.waitForFunction(
    () => (document.querySelector<HTMLVideoElement>('video[data-remote=camera]')?.videoWidth ?? 0) >= 1280,
  );

const open = stack.demo?.appointments.find(({ patient }) => patient.startsWith('maria'));
if (!open) throw new Error('the demo has no open appointment');
const doctorSide = await launch({ camera: doctorCamera });
left.defer(() => doctorSide.close());
const patientSide = await launch({ camera: patientCamera });
left.defer(() => patientSide.close());

const patient = await signedIn(patientSide, open.patient, PHONE);
await patient.waitForLoadState('networkidle');
await shoot(patient, 'patient-home-phone');
await patient.goto('/schedule');
await patient.waitForLoadState('networkidle');
await shoot(patient, 'schedule-phone');

const doctor = await signedIn(doctorSide, open.doctor, DESKTOP);
await doctor.waitForLoadState('networkidle');
await shoot(doctor, 'week');

const desktopPatient = await signedIn(patientSide, open.patient, DESKTOP);
await joinCall(desktopPatient, open.id);
await joinCall(doctor, open.id);
await Promise.all([seesOther(doctor), seesOther(desktopPatient)]);
// News of who came in passes, and the picture reaches its full sharpness.
await doctor.waitForTimeout(9_000);
await seesOther(doctor);
await shoot(doctor, 'call');
await desktopPatient.close();
await joinCall(patient, open.id);
await seesOther(patient);
await patient.waitForTimeout(6_000);
await seesOther(patient);
await shoot(patient, 'call-phone');
