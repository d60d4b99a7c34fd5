import type { Page } from '@playwright/test';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };
import { expectFits, expectGoodLooks } from './support/call-looks';
import { callPath, expect, test } from './support/call-page';

// Each look is four readings of a whole page.
test.describe.configure({ timeout: 120_000 });

for (const [language, messages] of [
  ['en', en],
  ['es', es],
] as const) {
  const words = messages.call.words;
  const look = language === 'en' ? expectGoodLooks : expectFits;
  const dock = (page: Page) => page.getByRole('navigation', { name: words.call.controls });
  const press = (page: Page, name: string) => dock(page).getByRole('button', { name, exact: true }).click();

  test(`door, waiting room and every panel of a call look right (${language})`, async ({ make, caller }) => {
    const [doctor, patient] = await Promise.all([
      make.person({ role: 'DOCTOR', name: 'Dr Margarethe von Hohenstein' }),
      make.person({ locale: language, name: 'Guadalupe Fernández de la Vega' }),
    ]);
    const appointment = await make.appointment({ doctor, patient, reason: 'Palpitations since last week' });
    const [hers, theirs] = await Promise.all([caller(doctor), caller(patient)]);
    const enter = async (page: Page, button: string) => {
      await page.goto(callPath(appointment));
      await expect(page.locator('video').first()).toBeVisible();
      return () => page.getByRole('button', { name: button, exact: true }).click();
    };
    const into = await enter(theirs, words.prejoin.join);
    await look(theirs);
    await into();
    await expect(theirs.getByText(words.call.waiting.replace('{name}', doctor.name))).toBeVisible();
    await look(theirs);

    await (await enter(hers, en.call.words.prejoin.join))();
    await expect(theirs.getByText(words.call.came.replace('{name}', doctor.name))).toBeVisible();
    await look(theirs);
    await press(theirs, words.dock.state.microphone.on);
    await press(theirs, words.dock.state.camera.on);
    await press(theirs, words.dock.chat);
    await theirs.getByRole('textbox', { name: words.chat.placeholder }).fill('Since Monday, mostly in the evening.');
    await theirs.getByRole('button', { name: words.chat.send }).click();
    await look(theirs);
    await theirs.getByRole('button', { name: words.dock.details }).click();
    await look(theirs);
    await press(theirs, words.dock.more);
    await look(theirs);
    await theirs.setViewportSize({ width: 360, height: 740 });
    await theirs.getByRole('dialog').getByRole('button', { name: words.dock.state.hand.off }).click();
    await look(theirs);
  });

  test(`what stands in place of a call that is not open looks right (${language})`, async ({ make, caller }) => {
    const states = {
      too_early: { startsIn: 60 },
      too_late: { startsIn: -180 },
      not_a_video_visit: { visitType: 'IN_PERSON' },
      appointment_not_confirmed: { status: 'PENDING', startsIn: 200 },
      appointment_declined: { status: 'DECLINED' },
      appointment_canceled: { status: 'CANCELED' },
      appointment_over: { status: 'COMPLETED' },
    } as const;
    const patient = await make.person({ locale: language });
    const page = await caller(patient);
    for (const [state, options] of Object.entries(states) as [keyof typeof states, object][]) {
      const appointment = await make.appointment({ patient, ...options });
      await page.goto(callPath(appointment));
      await expect(page.getByRole('heading', { name: words.closed[state].title })).toBeVisible();
      await expect(page.getByRole('link', { name: process.env.CLINIC_PHONE })).toBeVisible();
      await look(page);
    }
  });

  // Each refusal is brought about for real in call-ends and call-failures; here it is about the page that follows.
  test(`the page of every failure looks right (${language})`, async ({ make, caller, announce }) => {
    announce(/status of 418/);
    const patient = await make.person({ locale: language });
    const appointment = await make.appointment({ patient });
    const page = await caller(patient);
    let code = '';
    await page.route('**/video-token', (route) => route.fulfill({ status: 418, json: { code } }));
    const atDoor = ['signed_out', 'too_late', 'too_early', 'appointment_canceled', 'appointment_over'] as const;
    const atClick = ['too_many_requests', 'call_unavailable', 'unknown'] as const;
    for (const failure of [...atDoor, ...atClick]) {
      code = failure;
      await page.goto(callPath(appointment));
      if (atClick.some((passing) => passing === failure))
        await page.getByRole('button', { name: words.prejoin.join, exact: true }).click();
      await expect(page.getByRole('heading', { name: words.failed[failure].title })).toBeVisible();
      await expect(page.getByRole('link', { name: process.env.CLINIC_PHONE })).toBeVisible();
      await look(page);
    }
  });
}
