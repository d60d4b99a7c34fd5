import puppeteer from 'puppeteer-core';
import { firefox } from '@/scripts/stack/browsers';
import { expectFlow, expectPictureAndSound, keepMedia, measureFlow } from './support/call-media';
import { callPath, expect, join, test } from './support/call-page';

const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

test('Firefox and Chromium see and hear each other', async ({ make, caller, stack }) => {
  const executablePath = await firefox(() => {});
  test.skip(!executablePath && process.env.CI !== 'true', 'no Firefox is installed here');
  const appointment = await make.appointment();
  // The session is the cookie's, whichever browser carries it.
  const [doctor, signedIn] = await Promise.all([caller(appointment.doctor), caller(appointment.patient)]);
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox: PREFERENCES });
  try {
    const patient = await browser.newPage();
    const complaints: string[] = [];
    patient.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    patient.on('pageerror', (error) => complaints.push(String(error)));
    await patient.evaluateOnNewDocument(keepMedia);
    for (const { name, value } of await signedIn.context().cookies())
      await browser.setCookie({ name, value, domain: 'localhost', path: '/' });

    await patient.goto(stack.baseUrl + callPath(appointment));
    await patient.locator('::-p-aria([name="Join"][role="button"])').click();
    await doctor.goto(callPath(appointment));
    await join(doctor);

    await patient.locator('::-p-aria([name="Leave"][role="button"])').wait();
    await expectPictureAndSound(doctor);
    await expectFlow(() => patient.evaluate(measureFlow));
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});
