import type { Locator, Page } from '@playwright/test';
import { boxOf, expectClear, expectInView } from './support/boxes';
import { readFlow } from './support/call-media';
import { callPath, control, expect, join, test } from './support/call-page';
import { setHidden } from './support/hidden';

const PHONES = [
  [740, 360],
  [568, 320],
  [375, 667],
  [320, 568],
] as const;
const self = (page: Page) => page.locator('[data-self]');
const screenOf = (page: Page, name: string) => page.getByRole('region', { name: `Screen of ${name}` });

test('at the door of any phone the way in and both switches are in sight, and cover nothing', async ({
  make,
  caller,
}) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await page.goto(callPath(appointment));
  const enter = page.getByRole('button', { name: 'Join', exact: true });
  await expect(enter).toBeEnabled();
  const meter = page.getByRole('img', { name: 'Microphone level' });
  await expect(meter).toBeVisible();
  for (const [width, height] of PHONES) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    for (const button of [enter, ...['microphone', 'camera'].map((device) => switchOf(page, device))]) {
      await expectInView(button);
    }
    await meter.scrollIntoViewIfNeeded();
    await expectClear(meter, enter);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const picture = await boxOf(page.getByLabel('Your picture, as in a mirror'));
  expect(picture.right - picture.left).toBeGreaterThan(600);
});

const switchOf = (page: Page, device: string) => page.getByRole('button', { name: `Turn ${device} off` });

/** Runs in the page: the labels of what the dock shows, and what is wrong with how they are written. */
function labels(dock: Element) {
  const shown = [...dock.querySelectorAll('button')].filter((button) => button.checkVisibility());
  const faults = shown.flatMap((button) => {
    const range = document.createRange();
    range.selectNodeContents(button);
    const text = [...range.getClientRects()].filter(({ height }) => height > 0 && height < 30).at(-1);
    const { left, right } = button.getBoundingClientRect();
    const { fontSize, lineHeight } = getComputedStyle(button);
    const name = button.textContent ?? '';
    const isWithin = text && text.left >= left - 0.5 && text.right <= right + 0.5 && right <= innerWidth + 0.5;
    return [
      ...(fontSize === '16px' ? [] : [`${name}: ${fontSize}`]),
      ...(isWithin && button.scrollWidth <= button.clientWidth ? [] : [`${name} does not fit`]),
      ...(text && text.height < 1.5 * Number.parseFloat(lineHeight) ? [] : [`${name} has more than a line`]),
    ];
  });
  return { words: shown.map((button) => button.textContent), faults };
}

test('the dock says in one line each, in letters of 16 px, what there is, on every phone and in both languages', async ({
  make,
  caller,
}) => {
  const patient = await make.person({ locale: 'es' });
  const appointment = await make.appointment({ patient });
  for (const [person, words, ins] of [
    [appointment.doctor, ['Microphone', 'Camera', 'Chat', 'More', 'Leave'], 'Join'],
    [patient, ['Micrófono', 'Cámara', 'Chat', 'Más', 'Salir'], 'Entrar'],
  ] as const) {
    const page = await caller(person);
    await page.goto(callPath(appointment));
    await page.getByRole('button', { name: ins, exact: true }).click();
    const dock = page.getByRole('navigation');
    await expect(dock).toBeVisible();
    for (const [width, height] of PHONES) {
      await page.setViewportSize({ width, height });
      expect(await dock.evaluate(labels), `${width} px`).toEqual({ words, faults: [] });
      for (const button of await dock.getByRole('button').all()) await expectInView(button);
    }
    await page.setViewportSize({ width: 600, height: 800 });
    expect((await dock.evaluate(labels)).words).toHaveLength(6);
    await page.setViewportSize({ width: 1280, height: 720 });
    expect(await dock.evaluate(labels)).toMatchObject({ words: { length: 7 }, faults: [] });
  }
});

test('on a phone the whole screen comes before a raised hand, and both work', async ({ make, caller }) => {
  const appointment = await make.appointment();
  const page = await caller(appointment.patient);
  await page.setViewportSize({ width: 375, height: 667 });
  await page.goto(callPath(appointment));
  await join(page);
  await control(page, 'More').click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('button')).toHaveText(['', 'Screen', 'Full screen', 'Hand']);
  await settings.getByRole('button', { name: 'Full screen, off' }).click();
  await expect(settings.getByRole('button', { name: 'Full screen, on' })).toBeVisible();
  expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await settings.getByRole('button', { name: 'Full screen, on' }).click();
  await expect(settings.getByRole('button', { name: 'Full screen, off' })).toBeVisible();
  await settings.getByRole('button', { name: 'Hand, not raised' }).click();
  await expect(page.getByText('Your hand is raised')).toBeVisible();
});

async function expectSizes(page: Page, screen: Locator, face: Locator) {
  const stage = page
    .locator('section')
    .filter({ has: self(page) })
    .first();
  for (const [width, height] of [...PHONES, [1280, 720] as const]) {
    await page.setViewportSize({ width, height });
    // The picture follows its stage a moment later.
    await expect(async () => {
      await expect(self(page)).toBeInViewport({ ratio: 1, timeout: 1_000 });
      await expectClear(screen, self(page), face);
      // As large as the side that it meets first leaves room for.
      const [inner, outer] = [await boxOf(screen), await boxOf(stage)];
      const share = Math.max(
        (inner.right - inner.left) / (outer.right - outer.left),
        (inner.bottom - inner.top) / (outer.bottom - outer.top),
      );
      expect(share, `${width} x ${height}`).toBeGreaterThan(height < 400 ? 0.5 : 0.75);
    }).toPass({ timeout: 10_000 });
  }
}

test('a shared screen fills a phone, is enlarged and moved by buttons, keys and fingers, and nothing covers it', async ({
  call: { doctor, patient, appointment },
}) => {
  const { name } = appointment.doctor;
  await control(doctor, 'Screen, not shared').click();
  const area = screenOf(patient, name);
  const screen = area.locator('video');
  await expect(screen).toBeVisible();
  await expect.poll(() => screen.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  await expectSizes(patient, screen, patient.getByLabel(`Picture of ${name}`).and(patient.locator('video')).last());

  await patient.setViewportSize({ width: 375, height: 667 });
  const wide = async () => {
    const { left, right } = await boxOf(screen);
    return Math.round(right - left);
  };
  // The picture follows its stage a moment later.
  await expect.poll(wide).toBeLessThanOrEqual(375);
  const fits = await wide();
  await patient.getByRole('button', { name: 'Larger' }).click();
  await expect.poll(wide).toBe(Math.round(fits * 1.5));
  // What was in the middle is there still.
  const middle = () =>
    area.evaluate((scroller) => (scroller.scrollLeft + scroller.clientWidth / 2) / scroller.scrollWidth);
  expect(await middle()).toBeCloseTo(0.5, 1);
  await area.focus();
  await patient.keyboard.press('ArrowRight');
  await expect.poll(middle).toBeGreaterThan(0.55);
  await patient.keyboard.press('0');
  await expect.poll(wide).toBe(fits);
  await expect(patient.getByRole('button', { name: 'Whole screen' })).toHaveAttribute('aria-disabled', 'true');
  await area.dblclick();
  await expect.poll(wide).toBeGreaterThan(fits * 2);
  await area.dblclick();
  await expect.poll(wide).toBe(fits);
  const { left, top } = await boxOf(area);
  const fingers = (apart: number) => [
    { x: left + 150 - apart, y: top + 100 },
    { x: left + 150 + apart, y: top + 100 },
  ];
  const cdp = await patient.context().newCDPSession(patient);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
  for (const apart of [30, 45, 60]) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(wide).toBeGreaterThan(fits * 2);

  await control(doctor, 'Screen, shared').click();
  await expect(area).toHaveCount(0);
  await expect(patient.getByLabel(`Picture of ${name}`).and(patient.locator('video'))).toBeVisible();
});

test('the own picture goes to the next corner by a key, elsewhere by arrows, and away by the settings', async ({
  call: { patient },
}) => {
  const picture = self(patient);
  const place = async () => {
    const { left, top } = await boxOf(picture);
    return [left < 640 ? 'left' : 'right', top < 360 ? 'high' : 'low'].join(' ');
  };
  await picture.focus();
  for (const corner of ['left low', 'left high', 'right high', 'right low']) {
    await patient.keyboard.press('Enter');
    await expect.poll(place).toBe(corner);
  }
  await patient.keyboard.press('Space');
  await expect.poll(place).toBe('left low');
  const before = await boxOf(picture);
  await patient.keyboard.press('ArrowUp');
  await expect.poll(async () => Math.abs(before.top - (await boxOf(picture)).top - 32)).toBeLessThan(2);
  // A drag is no press besides.
  const { left, top } = await boxOf(picture);
  await patient.mouse.move(left + 40, top + 40);
  await patient.mouse.down();
  await patient.mouse.move(left + 240, top - 60, { steps: 4 });
  await patient.mouse.up();
  await expect.poll(async () => Math.abs((await boxOf(picture)).left - left - 200)).toBeLessThan(2);

  await control(patient, 'Camera, on').click();
  await expect(picture.getByText('Your camera is off')).toBeVisible();
  await expect(patient.getByRole('status').filter({ hasText: 'Your camera is off' })).toBeVisible();
  await control(patient, 'More').click();
  await patient.getByRole('checkbox', { name: 'Show my own picture' }).uncheck();
  await expect(picture).toHaveCount(0);
});

test('long names are read in full beside and above a picture', async ({ make, caller }) => {
  const name = 'Guadalupe Fernández de la Vega y Montenegro';
  const patient = await make.person({ name });
  const appointment = await make.appointment({ patient });
  const [doctor, other] = [await caller(appointment.doctor), await caller(patient)];
  for (const page of [doctor, other]) {
    await page.goto(callPath(appointment));
    await join(page);
  }
  for (const [width, height] of PHONES) {
    await doctor.setViewportSize({ width, height });
    const heading = doctor.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(name);
    expect(await heading.evaluate((it) => it.scrollHeight - it.clientHeight), `${width}`).toBeLessThanOrEqual(1);
  }
});

test('in a picture in picture the other goes on moving while the tab is hidden', async ({
  call: { patient, appointment },
}) => {
  const face = patient.getByLabel(`Picture of ${appointment.doctor.name}`).and(patient.locator('video'));
  const received = async () => Object.values((await readFlow(patient)).frames).reduce((sum, frames) => sum + frames, 0);
  const risesIn = async (ms: number) => {
    const before = await received();
    await patient.waitForTimeout(ms);
    return (await received()) - before;
  };
  await face.evaluate((video: HTMLVideoElement) => video.requestPictureInPicture());
  await patient.evaluate(setHidden, true);
  await expect.poll(() => risesIn(1_000)).toBeGreaterThan(3);
  await patient.waitForTimeout(2_000);
  expect(await risesIn(1_000)).toBeGreaterThan(3);
  // Without it nothing is fetched that nobody sees, and it comes back with the page.
  await patient.evaluate(() => document.exitPictureInPicture());
  await expect.poll(() => risesIn(1_000)).toBe(0);
  await patient.evaluate(setHidden, false);
  await expect.poll(() => risesIn(500)).toBeGreaterThan(3);
});
