import type { APIRequestContext } from '@playwright/test';
import { nextClockChange } from '../support/clocks';
import { iso, NOBODY, operationCheck, slot, test } from './support/api-document';
import { expect } from './support/fixtures';
import { FOREIGN } from './support/problems';
import { DAY, HOUR } from './support/times';

// The API's document against its answers, where a time is chosen: a visit is booked or moved.

/** At any time, and never in person. */
const REMOTE_HOURS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMinute: 0,
  endMinute: 1440,
  visitTypes: ['VIDEO' as const],
}));

test('POST /api/appointments', async ({ document, make, signIn, request, context, anotherBrowser }) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments');
  const doctor = await make.person({ role: 'DOCTOR' });
  const cautious = await make.person({ role: 'DOCTOR', noticeMinutes: 3 * 24 * 60 });
  const remote = await make.person({ role: 'DOCTOR', hours: REMOTE_HOURS });
  const visit = { doctorId: doctor.id, startsAt: iso(), visitType: 'video', reason: 'Palpitations' };
  const book = (by: APIRequestContext, changes: object = {}, headers = {}) =>
    call({ request: by, data: { ...visit, ...changes }, headers });
  await book(request);
  await signIn(await make.person());
  const own = context.request;
  await book(own, {}, FOREIGN);
  await book(own, { reason: '' });
  await book(own, {}, { 'idempotency-key': 'short' });
  const key = { 'idempotency-key': 'a key of this test' };
  expect((await book(own, {}, key)).status()).toBe(201);
  expect((await book(own, {}, key)).status()).toBe(201);
  await book(own, { reason: 'Another' }, key);
  await book(own);
  await book(own, { doctorId: NOBODY });
  await book(own, { patientId: doctor.id });
  await book(own, { startsAt: iso(-24) });
  await book(own, { doctorId: cautious.id });
  await book(own, { startsAt: new Date(Date.now() + 100 * DAY).toISOString() });
  await book(own, { startsAt: new Date(slot(30).getTime() + HOUR / 2).toISOString() });
  await book(own, { doctorId: remote.id, startsAt: iso(30), visitType: 'in_person' });
  await signIn(doctor);
  await book(own, { patientId: NOBODY, startsAt: iso(30) });
  const { id: patientId } = await make.person();
  const repeat = { frequency: 'weekly', count: 3 };
  await book(own, { patientId, startsAt: iso(40), repeat: { frequency: 'weekly', until: '2020-01-01' } });
  await book(own, { patientId, startsAt: iso(40), repeat: { frequency: 'weekly', until: '2999-01-01' } });
  expect((await book(own, { patientId, startsAt: iso(40), repeat })).status()).toBe(201);
  await book(own, { patientId, startsAt: iso(40), repeat });
  for (const way of ['forward', 'back'] as const) {
    const before = nextClockChange(doctor.zone, way).local.subtract({ weeks: 1 }).toZonedDateTime(doctor.zone);
    await book(own, { patientId, startsAt: before.toInstant().toString(), repeat });
  }
  const unproven = await anotherBrowser();
  await signIn(await make.person({ emailConfirmed: false }), unproven);
  await book(unproven.request, { startsAt: iso(31) });
  expectAllSeen();
});

test('POST /api/appointments/{id}/reschedule', async ({
  document,
  make,
  signIn,
  request,
  context,
  prisma,
  anotherBrowser,
}) => {
  const { call, expectAllSeen } = operationCheck(document, 'POST /api/appointments/{id}/reschedule');
  const doctor = await make.person({ role: 'DOCTOR', noticeMinutes: 120, hours: REMOTE_HOURS });
  const { id, patient } = await make.appointment({ doctor, startsAt: slot(30), length: 50 });
  const inPerson = await make.appointment({ doctor, patient, startsAt: slot(40), visitType: 'IN_PERSON' });
  const late = await make.appointment({ doctor, patient, startsIn: -10 });
  const taken = await make.appointment({ doctor, startsAt: slot(32), length: 50 });
  /** The second of a series a week before a change of clocks is moved onto it with the first, and onto another visit. */
  async function moveSeries() {
    const other = await make.person();
    const doctors = await anotherBrowser();
    await signIn(doctor, doctors);
    for (const way of ['forward', 'back'] as const) {
      const change = nextClockChange(doctor.zone, way).local;
      const noon = change.with({ hour: 12, minute: 0 });
      const [first, second] = [noon.subtract({ weeks: 1 }), noon].map(
        (local) => new Date(local.toZonedDateTime(doctor.zone).epochMilliseconds),
      );
      const visits = [];
      const seriesId = await make.series(doctor);
      for (const startsAt of [first, second]) {
        visits.push(await make.appointment({ doctor, patient: other, startsAt, seriesId }));
      }
      const startsAt = change.subtract({ weeks: 1 }).toZonedDateTime(doctor.zone).toInstant().toString();
      const data = { revision: 1, startsAt, scope: 'all' };
      await call({ request: doctors.request, id: visits[0]?.id, data });
      if (!first || way === 'back') continue;
      await make.appointment({ doctor, startsAt: new Date(first.getTime() + 2 * HOUR) });
      const taken = { ...data, startsAt: new Date(first.getTime() + 2 * HOUR).toISOString() };
      await call({ request: doctors.request, id: visits[0]?.id, data: taken });
    }
  }
  const move = (by: APIRequestContext, startsAt: Date, more: object = {}) =>
    call({ request: by, id, data: { revision: 1, startsAt: startsAt.toISOString() }, ...more });
  await move(request, slot(34));
  await signIn(patient);
  const own = context.request;
  await move(own, slot(34), { headers: FOREIGN });
  await move(own, slot(34), { data: { revision: 1 } });
  await move(own, slot(34), { id: NOBODY });
  await move(own, slot(34), { id: late.id });
  await move(own, taken.startsAt);
  await move(own, inPerson.startsAt, { id: inPerson.id });
  await move(own, slot(-2));
  await move(own, slot(0));
  await move(own, new Date(Date.now() + 100 * DAY));
  await move(own, new Date(slot(36).getTime() + HOUR / 2));
  await move(own, slot(44), { id: inPerson.id });
  expect((await (await move(own, slot(34))).json()).proposedStartsAt).toBe(iso(34));
  await move(own, slot(35));
  await moveSeries();
  await prisma.person.update({ where: { id: doctor.id }, data: { disabledAt: new Date() } });
  await move(own, slot(35), { id: inPerson.id });
  expectAllSeen();
});
