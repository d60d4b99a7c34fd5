import type { Page } from '@playwright/test';
import { createTranslator } from 'next-intl';
import en from '@/messages/en.json' with { type: 'json' };
import es from '@/messages/es.json' with { type: 'json' };
import { expectFits } from './support/call-looks';
import { expect, test } from './support/fixtures';
import { fingers, type Hands, keys } from './support/hands';
import { expectLargeTargets } from './support/targets';

// A patient's whole way, and a doctor's answers: on a small phone by touch, and at a desk by keys alone.

const DOCTOR = 'Dr Margarethe von Hohenstein-Schillingsfürst';
const PATIENT = 'Guadalupe Fernández de la Vega y Montemayor';

interface Way {
  page: Page;
  hands: Hands;
  words: typeof en;
  /** Looks at each page on the way. */
  look: () => Promise<void>;
  /** The doctor's side. */
  confirm: (id: string) => Promise<void>;
}

async function patientsWay({ page, hands, words, look, confirm }: Way) {
  const locale = words === en ? 'en' : 'es';
  const actions = createTranslator({ locale, messages: words, namespace: 'actions' });
  const main = page.getByRole('main');
  const title = page.getByRole('heading', { level: 1 });
  const later = async () => {
    await hands.press(main.getByRole('link', { name: words.booking.next, exact: true }));
    await expect(page).toHaveURL(/[?]from=/);
  };
  const time = (index: number) => main.locator('input[name=startsAt]').nth(index);

  await page.goto('/');
  await look();
  await hands.press(main.getByRole('link', { name: words.home.book }));
  await expect(title).toHaveText(words.booking.title);
  await look();
  await hands.press(main.getByRole('link', { name: words.booking.chooseWith.replace('{doctor}', DOCTOR) }));
  await expect(title).toHaveText(words.booking.pageTitle.replace('{doctor}', DOCTOR));
  await look();
  await later();
  await hands.choose(main.locator('input[name=day]:enabled').nth(2));
  await hands.choose(time(3));
  await hands.choose(main.getByRole('radio', { name: words.booking.video }));
  await look();
  // Sent too early it says what is missing, and stands where that is to be written.
  await hands.press(main.getByRole('button', { name: words.booking.submit }));
  const reason = main.getByRole('textbox', { name: words.booking.reason });
  await expect(main.getByText(words.booking.missingReason)).toBeVisible();
  await expect(reason).toBeFocused();
  await hands.write(reason, 'Palpitations in the evening');
  await hands.press(main.getByRole('button', { name: words.booking.submit }));
  await expect(page).toHaveURL(/\/appointments\/[0-9a-f-]{36}[?]done=booked$/);
  await expect(main.getByText(words.appointments.status.pending, { exact: true })).toBeVisible();
  await look();

  const id = /appointments\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await confirm(id);
  await expect(main.getByText(words.appointments.status.confirmed, { exact: true })).toBeVisible();
  await look();

  await hands.press(main.getByRole('link', { name: words.actions.move.label }));
  await expect(title).toHaveText(words.move.title);
  await look();
  await later();
  await hands.choose(time(5));
  await hands.press(main.getByRole('button', { name: words.move.submitProposal }));
  await expect(page).toHaveURL(`/appointments/${id}?done=proposed`);
  await expect(main.getByRole('status').first()).toBeVisible();
  await look();

  const cancel = main.getByRole('button', { name: actions('cancel.label', { count: 1 }), exact: true });
  const dialog = page.getByRole('dialog', { name: actions('cancel.title', { count: 1 }) });
  await hands.press(cancel);
  await expect(dialog).toBeVisible();
  await look();
  await hands.press(dialog.getByRole('button', { name: words.actions.back }));
  await expect(dialog).toBeHidden();
  await expect(cancel).toBeFocused();
  await hands.press(cancel);
  await hands.write(dialog.getByRole('textbox'), 'I am better');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(cancel).toBeFocused();
  await hands.press(cancel);
  await expect(dialog.getByRole('textbox')).toHaveValue('I am better');
  await hands.press(dialog.getByRole('button', { name: actions('cancel.label', { count: 1 }), exact: true }));
  await expect(main.getByText(words.appointments.status.canceled, { exact: true })).toBeVisible();
  await expect(main.getByText('I am better')).toBeVisible();
  // The button is gone; the focus stays where it was.
  await expect(main.getByRole('region', { name: words.actions.title })).toBeFocused();
  await look();
}

for (const [locale, words] of [
  ['en', en],
  ['es', es],
] as const) {
  test.describe(`on a small phone, ${locale}`, () => {
    test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale });

    test('a patient’s whole way by touch', async ({ make, signIn, page, anotherBrowser }) => {
      test.setTimeout(120_000);
      const doctor = await make.person({ role: 'DOCTOR', name: DOCTOR, zone: 'America/St_Johns' });
      await signIn(await make.person({ name: PATIENT, zone: 'Asia/Kathmandu', locale }));
      const theirs = await anotherBrowser();
      await signIn(doctor, theirs);
      const confirm = async (id: string) => {
        const answer = await theirs.request.post(`/api/appointments/${id}/confirm`, { data: { revision: 1 } });
        expect(answer.status()).toBe(200);
      };
      const look = async () => {
        await expectFits(page);
        await expectLargeTargets(page);
      };
      await patientsWay({ page, hands: fingers(), words, look, confirm });
    });
  });
}

test.describe('by keys alone', () => {
  test('a patient’s whole way, and the doctor’s answers from the bell', async ({
    make,
    signIn,
    page,
    anotherBrowser,
  }) => {
    test.setTimeout(120_000);
    const doctor = await make.person({ role: 'DOCTOR', name: DOCTOR });
    await signIn(await make.person({ name: PATIENT }));
    const theirs = await anotherBrowser();
    await signIn(doctor, theirs);
    const desk = await theirs.newPage();
    const [bell, menu] = [
      desk.getByRole('button', { name: /^Requests: / }),
      desk.getByRole('dialog', { name: en.bell.title }),
    ];
    const answers = keys(desk);
    await desk.goto('/hours');
    const confirm = async () => {
      await expect(bell).toHaveAccessibleName('Requests: 1 waits for you');
      await answers.press(bell);
      await expect(menu).toBeVisible();
      await desk.keyboard.press('Escape');
      await expect(menu).toBeHidden();
      await expect(bell).toBeFocused();
      await answers.press(bell);
      await answers.press(menu.getByRole('button', { name: `Confirm: ${PATIENT}` }));
      await expect(menu.getByRole('status')).toBeFocused();
      await expect(menu.getByRole('status')).toContainText(`Confirmed: ${PATIENT}`);
      await desk.keyboard.press('Escape');
      await expect(bell).toBeFocused();
    };
    await patientsWay({ page, hands: keys(page), words: en, look: async () => {}, confirm });
  });

  test('a doctor declines from the bell, with a reason or going back', async ({ make, signIn, page, prisma }) => {
    const { id, doctor, patient } = await make.appointment({ status: 'PENDING', startsIn: 300 });
    await signIn(doctor);
    await page.goto('/');
    const hands = keys(page);
    const menu = page.getByRole('dialog', { name: en.bell.title });
    await hands.press(page.getByRole('button', { name: 'Requests: 1 waits for you' }));
    const decline = menu.getByRole('button', { name: `Decline: ${patient.name}` });
    await hands.press(decline);
    const reason = menu.getByRole('textbox');
    await expect(reason).toBeFocused();
    await hands.press(menu.getByRole('button', { name: en.answers.back }));
    await expect(decline).toBeFocused();
    await hands.press(decline);
    await hands.write(reason, 'I am away');
    await page.keyboard.press('Enter');
    await expect(menu.getByRole('status')).toContainText(`Declined: ${patient.name}`);
    await expect(menu.getByRole('status')).toBeFocused();
    const kept = await prisma.appointment.findUnique({ where: { id } });
    expect(kept).toMatchObject({ status: 'DECLINED', closingNote: 'I am away' });
  });
});
