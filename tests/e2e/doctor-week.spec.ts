import { expect, test } from './support/fixtures';
import { clockIn, noonZone } from './support/times';

// Weeks in which a zone's clocks change, always on the night to a Sunday. Worked out by hand from the tz database:
// [start in UTC, day, what the doctor's clock shows, when the call opens]; the last one belongs to the next week.
const CHANGES = [
  {
    name: 'Berlin, an hour less',
    zone: 'Europe/Berlin',
    monday: '2031-03-24',
    visits: [
      ['2031-03-29T22:30Z', 'Sat 29', '23:30', '29 March at 23:00'],
      ['2031-03-29T23:15Z', 'Sun 30', '00:15', '29 March at 23:45'],
      ['2031-03-30T00:45Z', 'Sun 30', '01:45', '30 March at 01:15'],
      ['2031-03-30T01:15Z', 'Sun 30', '03:15', '30 March at 01:45'],
      ['2031-03-30T21:45Z', 'Sun 30', '23:45', '30 March at 23:15'],
      ['2031-03-30T22:15Z', 'Mon 31', '00:15', '30 March at 23:45'],
    ],
  },
  {
    name: 'Berlin, an hour more',
    zone: 'Europe/Berlin',
    monday: '2031-10-20',
    visits: [
      ['2031-10-25T21:30Z', 'Sat 25', '23:30', '25 October at 23:00'],
      ['2031-10-25T22:15Z', 'Sun 26', '00:15', '25 October at 23:45'],
      ['2031-10-26T00:45Z', 'Sun 26', '02:45', '26 October at 02:15'],
      ['2031-10-26T01:15Z', 'Sun 26', '02:15', '26 October at 02:45'],
      ['2031-10-26T22:45Z', 'Sun 26', '23:45', '26 October at 23:15'],
      ['2031-10-26T23:15Z', 'Mon 27', '00:15', '26 October at 23:45'],
    ],
  },
  {
    name: 'New York, an hour less',
    zone: 'America/New_York',
    monday: '2031-03-03',
    visits: [
      ['2031-03-09T04:30Z', 'Sat 8', '23:30', '8 March at 23:00'],
      ['2031-03-09T05:15Z', 'Sun 9', '00:15', '8 March at 23:45'],
      ['2031-03-09T06:45Z', 'Sun 9', '01:45', '9 March at 01:15'],
      ['2031-03-09T07:15Z', 'Sun 9', '03:15', '9 March at 01:45'],
      ['2031-03-10T03:45Z', 'Sun 9', '23:45', '9 March at 23:15'],
      ['2031-03-10T04:15Z', 'Mon 10', '00:15', '9 March at 23:45'],
    ],
  },
  {
    name: 'New York, an hour more',
    zone: 'America/New_York',
    monday: '2031-10-27',
    visits: [
      ['2031-11-02T03:30Z', 'Sat 1', '23:30', '1 November at 23:00'],
      ['2031-11-02T04:15Z', 'Sun 2', '00:15', '1 November at 23:45'],
      ['2031-11-02T05:45Z', 'Sun 2', '01:45', '2 November at 01:15'],
      ['2031-11-02T06:15Z', 'Sun 2', '01:15', '2 November at 01:45'],
      ['2031-11-03T04:45Z', 'Sun 2', '23:45', '2 November at 23:15'],
      ['2031-11-03T05:15Z', 'Mon 3', '00:15', '2 November at 23:45'],
    ],
  },
  {
    name: 'Lord Howe, half an hour more',
    zone: 'Australia/Lord_Howe',
    monday: '2031-03-31',
    visits: [
      ['2031-04-05T12:30Z', 'Sat 5', '23:30', '5 April at 23:00'],
      ['2031-04-05T13:15Z', 'Sun 6', '00:15', '5 April at 23:45'],
      ['2031-04-05T14:45Z', 'Sun 6', '01:45', '6 April at 01:15'],
      ['2031-04-05T15:15Z', 'Sun 6', '01:45', '6 April at 01:45'],
      ['2031-04-06T13:15Z', 'Sun 6', '23:45', '6 April at 23:15'],
      ['2031-04-06T13:45Z', 'Mon 7', '00:15', '6 April at 23:45'],
    ],
  },
  {
    name: 'Lord Howe, half an hour less',
    zone: 'Australia/Lord_Howe',
    monday: '2031-09-29',
    visits: [
      ['2031-10-04T13:00Z', 'Sat 4', '23:30', '4 October at 23:00'],
      ['2031-10-04T13:45Z', 'Sun 5', '00:15', '4 October at 23:45'],
      ['2031-10-04T15:15Z', 'Sun 5', '01:45', '5 October at 01:15'],
      ['2031-10-04T15:45Z', 'Sun 5', '02:45', '5 October at 01:45'],
      ['2031-10-05T12:45Z', 'Sun 5', '23:45', '5 October at 23:15'],
      ['2031-10-05T13:15Z', 'Mon 6', '00:15', '5 October at 23:45'],
    ],
  },
] as const;

for (const { name, zone, monday, visits } of CHANGES) {
  test(`a week is grouped by the doctor's own days: ${name}`, async ({ make, signIn, page }) => {
    const doctor = await make.person({ role: 'DOCTOR', zone });
    const patients = [];
    for (const [startsAt] of visits) {
      const { patient } = await make.appointment({ doctor, startsAt: new Date(startsAt), length: 15 });
      patients.push(patient);
    }
    await signIn(doctor);
    await page.goto(`/?week=${monday}`);
    const days = new Set(visits.slice(0, -1).map(([, day]) => day));
    for (const day of days) {
      const column = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: day, exact: true }) });
      const mine = visits.flatMap((visit, i) => (visit[1] === day && i < visits.length - 1 ? [{ visit, i }] : []));
      await expect(column.getByRole('article')).toHaveCount(mine.length);
      for (const [place, { visit, i }] of mine.entries()) {
        const card = column.getByRole('article').nth(place);
        await expect(card.getByRole('heading')).toContainText(patients[i]?.name ?? '?');
        await expect(card).toContainText(visit[2]);
        await expect(card).toContainText(`Opens on ${visit[3]}`);
      }
    }
    await page.getByRole('link', { name: 'Next week' }).click();
    const [, day, shown, opens] = visits[visits.length - 1] ?? [];
    const column = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: day, exact: true }) });
    await expect(column.getByRole('article')).toContainText([shown ?? '?']);
    await expect(column.getByText(`Opens on ${opens}`)).toBeVisible();
  });
}

test('this week shows who comes, why and how it stands, and leads into the call', async ({ make, signIn, page }) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: noonZone() });
  const open = await make.appointment({ doctor, startsIn: 10, reason: 'Night cough' });
  const inPerson = await make.appointment({ doctor, startsIn: 100, visitType: 'IN_PERSON', reason: 'Blood pressure' });
  const canceled = await make.appointment({ doctor, startsIn: 100, status: 'CANCELED' });
  const pending = await make.appointment({ doctor, startsIn: 160, status: 'PENDING' });
  await make.appointment({ startsIn: 10, reason: 'Of another doctor' });
  await signIn(doctor);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'This Week’s Appointments' })).toBeVisible();
  const card = (name: string) => page.getByRole('article', { name });
  await expect(page.getByRole('article')).toHaveCount(4);
  await expect(card(open.patient.name)).toContainText('Night cough');
  await expect(card(open.patient.name)).toContainText(clockIn(doctor.zone, open.startsAt));
  await expect(card(open.patient.name)).toContainText('Confirmed');
  await expect(card(inPerson.patient.name)).toContainText('In person');
  await expect(card(inPerson.patient.name).getByRole('link', { name: 'Video Call' })).toHaveCount(0);
  await expect(card(canceled.patient.name)).toContainText('Was canceled');
  await expect(card(pending.patient.name).getByRole('button', { name: 'Confirm' })).toBeVisible();

  const today = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Today, / }) });
  await expect(today).toHaveAttribute('aria-current', 'date');
  await expect(today.getByRole('article')).toHaveCount(4);

  // By keyboard alone.
  const link = card(open.patient.name).getByRole('link', { name: 'Video Call' });
  await expect(link).toHaveAccessibleDescription(new RegExp(open.patient.name));
  await page.getByRole('link', { name: 'Next week' }).focus();
  for (let tabs = 0; tabs < 10 && !(await link.evaluate((element) => element === document.activeElement)); tabs++) {
    await page.keyboard.press('Tab');
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/appointments/${open.id}/call?from=%2F`);
});

test('weeks before and after, and back to this one', async ({ make, signIn, page }) => {
  const doctor = await make.person({ role: 'DOCTOR', zone: 'Europe/Berlin' });
  await make.appointment({ doctor, startsAt: new Date('2031-05-13T10:00Z'), reason: 'A Tuesday in May' });
  await signIn(doctor);
  await page.goto('/?week=2031-05-15');
  await expect(page.getByRole('heading', { level: 1, name: 'Appointments of the week' })).toBeVisible();
  await expect(page.getByText(/^12\s?–\s?18 May 2031 · Berlin time$/)).toBeVisible();
  await expect(page.getByText('A Tuesday in May')).toBeVisible();
  const weeks = page.getByRole('navigation', { name: 'Weeks' });
  await weeks.getByRole('link', { name: 'Previous week' }).click();
  await expect(page.getByText(/^5\s?–\s?11 May 2031 · Berlin time$/)).toBeVisible();
  await expect(page.getByText('No appointments in this week')).toBeVisible();
  await expect(page.getByText('A Tuesday in May')).toHaveCount(0);
  await weeks.getByRole('link', { name: 'Next week' }).click();
  // Until the week is there, the link leads to it once more.
  await expect(page.getByText(/^12\s?–\s?18 May 2031 · Berlin time$/)).toBeVisible();
  await weeks.getByRole('link', { name: 'Next week' }).click();
  await expect(page.getByText(/^19\s?–\s?25 May 2031 · Berlin time$/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^12\s?–\s?18 May 2031 · Berlin time$/)).toBeVisible();
  await weeks.getByRole('link', { name: 'This week' }).click();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1, name: 'This Week’s Appointments' })).toBeVisible();
  await expect(weeks.getByRole('link', { name: 'This week' })).toHaveCount(0);
});

test('a week that is none is this one', async ({ make, signIn, page }) => {
  await signIn(await make.person({ role: 'DOCTOR' }));
  for (const week of ['x', '2031-02-30', '99999-01-01', '', '2031-05-15&week=2031-05-16']) {
    await page.goto(`/?week=${week}`);
    await expect(page.getByRole('heading', { level: 1, name: 'This Week’s Appointments' })).toBeVisible();
  }
});
