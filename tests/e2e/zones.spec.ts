import type { Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from './support/fixtures';
import { clockIn, HOUR, MINUTE } from './support/times';

const slots = (page: Page) => page.getByRole('group', { name: /^Time on / }).getByRole('radio');

test.describe('a patient in Kathmandu and a doctor in St John’s', () => {
  // The browser stands elsewhere again: what counts is what a person has chosen.
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('each reads their own time, and the other’s beside it', async ({ make, signIn, page, anotherBrowser }) => {
    const [here, there] = ['Asia/Kathmandu', 'America/St_Johns'] as const;
    const doctor = await make.person({ role: 'DOCTOR', name: 'Dr Nora Walsh', zone: there });
    const patient = await make.person({ name: 'Asha Thapa', zone: here });
    await signIn(patient);
    await page.goto(`/book/${doctor.id}`);
    await page.getByRole('link', { name: 'Later', exact: true }).click();
    await expect(page).toHaveURL(/[?]from=/);
    const slot = slots(page).nth(4);
    const startsAt = new Date((await slot.getAttribute('value')) ?? '');
    const [mine, theirs] = [clockIn(here, startsAt), clockIn(there, startsAt)];
    // +5:45 beside −3:30 or −2:30: the minutes differ too.
    expect(mine.slice(3)).not.toBe(theirs.slice(3));
    await expect(slot.locator('..')).toContainText(mine);
    await expect(slot.locator('..')).toContainText(theirs);
    await slot.check();
    await page.getByRole('radio', { name: 'Video visit' }).check();
    await page.getByRole('textbox', { name: 'Why do you want to be seen?' }).fill('Palpitations');
    await page.getByRole('button', { name: 'Ask for this visit' }).click();
    await expect(page).toHaveURL(/[?]done=booked$/);
    const path = new URL(page.url()).pathname;
    const main = page.getByRole('main');
    const doctorsTime = new RegExp(`Dr Walsh: .*${theirs}.*St Johns`);
    await expect(main).toContainText(mine);
    await expect(main).toContainText(doctorsTime);
    for (const at of ['/schedule', '/']) {
      await page.goto(at);
      await expect(main.getByText(doctorsTime).first()).toContainText(theirs);
      await expect(main).toContainText(mine);
      await expect(main).toContainText('Kathmandu');
    }

    const desk = await anotherBrowser({ timezoneId: 'Asia/Tokyo' });
    await signIn(doctor, desk);
    const theirPage = await desk.newPage();
    const seen = theirPage.getByRole('main');
    await theirPage.goto('/requests');
    await expect(seen.getByRole('article', { name: patient.name })).toContainText(theirs);
    await theirPage.goto(path);
    await expect(seen).toContainText(theirs);
    await expect(seen.getByText(new RegExp(`Thapa: .*${mine}.*Kathmandu`)).first()).toBeVisible();
  });
});

/** A day of the next two on which the clocks of a zone change, by its calendar. */
function changes(zone: string): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  let at = Temporal.Now.zonedDateTimeISO(zone).add({ days: 3 });
  while (days.length < 2) {
    const next = at.getTimeZoneTransition('next');
    if (!next) throw new Error(`${zone} keeps its clocks`);
    days.push(next.toPlainDate());
    at = next;
  }
  return days;
}

const instant = (day: Temporal.PlainDate, zone: string) => day.toZonedDateTime(zone).epochMilliseconds;

for (const [doctorZone, patientZone, changing] of [
  ['America/New_York', 'Europe/Berlin', 'America/New_York'],
  ['America/New_York', 'Europe/Berlin', 'Europe/Berlin'],
  ['Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin'],
  ['Australia/Lord_Howe', 'Australia/Lord_Howe', 'Australia/Lord_Howe'],
  ['Australia/Lord_Howe', 'America/New_York', 'Australia/Lord_Howe'],
] as const) {
  test(`when the clocks of ${changing} change, for a doctor in ${doctorZone} and a patient in ${patientZone}`, async ({
    make,
    signIn,
    page,
    prisma,
  }) => {
    const doctor = await make.person({ role: 'DOCTOR', zone: doctorZone });
    await prisma.doctor.update({ where: { personId: doctor.id }, data: { horizonDays: 730 } });
    await signIn(await make.person({ zone: patientZone }));
    for (const day of changes(changing)) {
      // The doctor's day from midnight to midnight, in visits of 50 minutes and breaks of 10, whatever the clocks do meanwhile.
      const [start, end] = [instant(day, doctorZone), instant(day.add({ days: 1 }), doctorZone)];
      const expected: number[] = [];
      for (let at = start; at + 50 * MINUTE <= end; at += HOUR) expected.push(at);
      if (changing === doctorZone) expect(end - start).not.toBe(24 * HOUR);

      // A Sunday of the doctor's may reach into the patient's next week.
      const found = new Set<number>();
      for (const from of [day, day.add({ days: 1 })]) {
        await page.goto(`/book/${doctor.id}?from=${from}`);
        for (const choice of await page.locator('input[name=day]:enabled').all()) {
          await choice.check();
          const date = await choice.inputValue();
          for (const slot of await slots(page).all()) {
            const value = Date.parse(await slot.inputValue());
            if (value < start || value >= end) continue;
            found.add(value);
            expect(new Intl.DateTimeFormat('en-CA', { timeZone: patientZone }).format(value)).toBe(date);
            const text = await slot.locator('..').textContent();
            expect(text).toContain(clockIn(patientZone, value));
            if (doctorZone !== patientZone) expect(text).toContain(clockIn(doctorZone, value));
          }
        }
      }
      expect([...found].sort((a, b) => a - b)).toEqual(expected);
    }
  });
}
