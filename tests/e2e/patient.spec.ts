import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { clockIn, DAY, noonZone } from './support/times';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your appointments' });
const itemOf = (within: Page | Locator, doctor: string) => within.getByRole('article', { name: doctor });

test('someone without appointments reads what to do', async ({ make, signIn, page, stack }) => {
  await signIn(await make.person({ name: 'Maria Ruiz', zone: noonZone() }));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: /^Good (morning|afternoon), Maria$/ })).toBeVisible();
  const next = page.getByRole('region', { name: 'No appointments coming up' });
  await expect(next).toContainText(`To arrange a visit, call the clinic at ${stack.clinic.phone}.`);
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialogOf(page)).toContainText('You have no appointments coming up.');
  await expect(dialogOf(page)).toContainText('You have had no appointments yet.');
});

test('home shows the next appointment, and the call that is open before it', async ({ make, signIn, page }) => {
  const zone = noonZone();
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Anna Keller', zone });
  const patient = await make.person({ zone });
  const later = await make.appointment({ doctor, patient, startsIn: 100, length: 50 });
  await signIn(patient);
  await page.goto('/');
  const next = page.getByRole('region', { name: 'Your next appointment' });
  await expect(next).toContainText('Dr Anna Keller');
  await expect(next).toContainText('Cardiology · 50 minutes');
  await expect(next).toContainText(`Today, ${clockIn(zone, later.startsAt)}`);
  await expect(next.getByText('Confirmed')).toBeVisible();
  const opens = clockIn(zone, later.startsAt.getTime() - 30 * 60_000);
  await expect(next).toContainText(`Opens today at ${opens}. The button to join will appear here by itself.`);
  await expect(next.getByRole('link', { name: 'Join Video Call' })).toHaveCount(0);

  const open = await make.appointment({ patient, startsIn: 5 });
  await page.reload();
  await expect(next).toContainText(open.doctor.name);
  const join = next.getByRole('link', { name: 'Join Video Call' });
  await expect(join).toHaveAttribute('href', `/appointments/${open.id}/call?from=%2F`);
  await expect(join).toHaveAccessibleDescription(new RegExp(open.doctor.name));
});

test('Schedule opens over home, goes back to it, and is a page of its own', async ({ make, signIn, page }) => {
  const { patient, doctor } = await make.appointment();
  await signIn(patient);
  await page.goto('/');
  const open = page.getByRole('button', { name: 'Schedule' });
  const leave: (() => Promise<unknown>)[] = [
    () => page.keyboard.press('Escape'),
    () => page.goBack(),
    () => dialogOf(page).getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(5, 5),
  ];
  for (const close of leave) {
    await open.click();
    await expect(page).toHaveURL('/schedule');
    await expect(itemOf(dialogOf(page), doctor.name)).toBeVisible();
    await close();
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(page).toHaveURL('/');
    await expect(open).toBeFocused();
  }
  await open.click();
  await expect(dialogOf(page)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Your appointments' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(itemOf(page, doctor.name)).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect(dialogOf(page)).toHaveCount(0);
  await page.goForward();
  await expect(page).toHaveURL('/schedule');
  await expect(itemOf(page, doctor.name)).toBeVisible();
});

const STATES = [
  { status: 'PENDING', startsIn: 60, badge: 'Pending', says: 'Waiting for Dr 0 to confirm.' },
  {
    status: 'CANCELED',
    startsIn: 120,
    badge: 'Canceled',
    says: 'This visit was canceled. For another time, call PHONE.',
  },
  { status: 'DECLINED', startsIn: 180, badge: 'Declined', says: 'Dr 2 cannot see you at this time.' },
  {
    status: 'EXPIRED',
    startsIn: 240,
    badge: 'Expired',
    says: 'This visit was not confirmed in time and does not take place.',
  },
  {
    status: 'CONFIRMED',
    startsIn: 300,
    badge: 'Confirmed',
    visitType: 'IN_PERSON',
    says: 'In person: come to ADDRESS.',
  },
  { status: 'CONFIRMED', startsIn: 24 * 60, badge: 'Confirmed', says: /^Opens tomorrow at \d\d:\d\d$/ },
  { status: 'CONFIRMED', startsIn: 4 * 24 * 60, badge: 'Confirmed', says: /^Opens \w+day at \d\d:\d\d$/ },
  { status: 'CONFIRMED', startsIn: 40 * 24 * 60, badge: 'Confirmed', says: /^Opens on \d+ \w+ at \d\d:\d\d$/ },
  {
    status: 'CONFIRMED',
    startsIn: -100,
    badge: 'Confirmed',
    says: /^You can join from \d\d:\d\d to \d\d:\d\d\.$/,
    past: false,
  },
  { status: 'CONFIRMED', startsIn: -300, badge: 'Confirmed', says: 'This visit is over.', past: true },
  { status: 'COMPLETED', startsIn: -400, badge: 'Completed', says: 'This visit is over.', past: true },
  { status: 'NO_SHOW', startsIn: -500, badge: 'No-show', says: 'This visit did not take place.', past: true },
  {
    status: 'PENDING',
    startsIn: -600,
    badge: 'Pending',
    says: 'This visit was not confirmed in time and does not take place.',
    past: true,
  },
] as const;

test('every state has its badge and its sentence, upcoming first and past apart', async ({
  make,
  signIn,
  page,
  stack,
}) => {
  const patient = await make.person({ zone: noonZone() });
  for (const [i, { badge: _, says: __, ...state }] of STATES.entries()) {
    const doctor = await make.person({ role: 'DOCTOR', name: `Dr Number ${i}`, zone: patient.zone });
    await make.appointment({ patient, doctor, ...state });
  }
  await signIn(patient);
  await page.goto('/schedule');
  for (const [i, { badge, says, ...state }] of STATES.entries()) {
    const past = 'past' in state && state.past;
    const item = itemOf(page.getByRole('region', { name: past ? 'Past' : 'Upcoming' }), `Dr Number ${i} `);
    await expect(item.getByText(badge, { exact: true })).toBeVisible();
    const words =
      typeof says === 'string'
        ? says.replace('PHONE', stack.clinic.phone).replace('ADDRESS', stack.clinic.address)
        : says;
    await expect(item.getByText(words)).toBeVisible();
  }
  await expect(page.getByRole('link', { name: 'Join Video Call' })).toHaveCount(1);
  const order = await page.getByRole('article').allInnerTexts();
  const numbers = order.map((text) => Number(/Dr Number (\d+)/.exec(text)?.[1]));
  expect(numbers).toEqual([8, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12]);
});

/** The place of a colour on the wheel, in degrees: red 0, yellow 60, green 120. */
const hueOf = (badge: Locator) =>
  badge.evaluate((element) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = getComputedStyle(element).color;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
    const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
    const sixth = max === r ? (g - b) / (max - min) : max === g ? 2 + (b - r) / (max - min) : 4 + (r - g) / (max - min);
    return (sixth * 60 + 360) % 360;
  });

test('confirmed is green, pending yellow, canceled red', async ({ make, signIn, page }) => {
  const patient = await make.person();
  for (const [i, status] of (['CONFIRMED', 'PENDING', 'CANCELED'] as const).entries()) {
    await make.appointment({ patient, status, startsIn: 100 * (i + 1) });
  }
  await signIn(patient);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/schedule');
    const hue = (text: string) => hueOf(page.getByText(text, { exact: true }));
    expect(Math.abs((await hue('Confirmed')) - 140)).toBeLessThan(40);
    expect(Math.abs((await hue('Pending')) - 45)).toBeLessThan(20);
    expect(Math.abs((((await hue('Canceled')) + 180) % 360) - 180)).toBeLessThan(30);
  }
});

test('both zones are said where they differ', async ({ make, signIn, page }) => {
  const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Anna Keller', zone: 'Asia/Tokyo' });
  const patient = await make.person({ zone: 'America/New_York' });
  // Noon in New York is the next day in Tokyo.
  const startsAt = new Date(Math.ceil(Date.now() / DAY) * DAY + 2 * DAY + 17 * 60 * 60_000);
  await make.appointment({ doctor, patient, startsAt });
  await signIn(patient);
  await page.goto('/');
  const theirs = clockIn('Asia/Tokyo', startsAt);
  const next = page.getByRole('region', { name: 'Your next appointment' });
  await expect(next).toContainText(clockIn('America/New_York', startsAt));
  await expect(next).toContainText(
    new RegExp(`your time, New York \\(Dr Keller: \\w+ \\d+ \\w+( \\d+)?, ${theirs}, Tokyo\\)`),
  );
  await page.goto('/schedule');
  await expect(itemOf(page, 'Dr Anna Keller')).toContainText('New York time');
  await expect(itemOf(page, 'Dr Anna Keller')).toContainText(new RegExp(`Dr Keller: .*${theirs}, Tokyo time`));

  const near = await make.appointment({
    patient: await make.person({ zone: 'Europe/Berlin' }),
    doctor: await make.person({ role: 'DOCTOR', zone: 'Europe/Paris' }),
  });
  await signIn(near.patient);
  await page.goto('/');
  await expect(next).toContainText('your time, Berlin');
  await expect(next).not.toContainText('Paris');
});
