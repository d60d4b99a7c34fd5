import { beforeEach, describe, expect, it } from 'vitest';
import { setDisabled } from '@/lib/accounts/commands/disable';
import { prisma } from '@/lib/adapters/database';
import { changeFeed, chooseVisitMail, type FeedChange } from '@/lib/notifications/commands/choose-calendar';
import { readFeed } from '@/lib/notifications/commands/read-feed';
import { ownCalendarChoice } from '@/lib/notifications/queries/calendar-choice';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { readIcs, valuesOf } from '../support/ics';

const make = withApplication({ CLINIC_NAME: 'Hillside Clinic' });
const DAY = 24 * 60;

let doctor: TestPerson;
let patient: TestPerson;
beforeEach(async () => {
  doctor = await make.person({ role: 'DOCTOR', name: 'Dr Jörg Müller' });
  patient = await make.person({ name: 'María Ruiz', locale: 'es' });
});

const urlOf = async (person: TestPerson) => (await ownCalendarChoice(asActor(person)))?.feedUrl ?? null;
const tokenIn = (url: string | null) =>
  /^http:\/\/localhost:3000\/api\/calendar\/([\w-]+)\.ics$/.exec(url ?? '')?.[1] ?? '';
async function change(person: TestPerson, to: FeedChange) {
  expect(await changeFeed(asActor(person), to, new Date())).toEqual({ ok: true });
  return tokenIn(await urlOf(person));
}
async function eventsOf(token: string, now = new Date()) {
  const feed = await readFeed(token, null, now);
  if (!feed.ok) throw new Error(feed.code);
  return readIcs(feed.calendar).events.map(valuesOf);
}

describe('a feed', () => {
  it('is off until its person turns it on', async () => {
    expect(await ownCalendarChoice(asActor(patient))).toEqual({
      visitMail: true,
      feedOn: false,
      feedUrl: null,
    });
    const token = await change(patient, 'on');
    expect(await eventsOf(token)).toEqual([]);
  });

  it('holds the own visits from 90 days back on, called off ones too, in the reader’s words and never why', async () => {
    const visit = { doctor, patient };
    await make.appointment({ ...visit, startsIn: -91 * DAY });
    await make.appointment({ ...visit, startsIn: -89 * DAY, status: 'COMPLETED' });
    await make.appointment({ ...visit, startsIn: 60, status: 'PENDING' });
    await make.appointment({ ...visit, startsIn: 2 * DAY, visitType: 'IN_PERSON' });
    await make.appointment({ ...visit, startsIn: 3 * DAY, status: 'CANCELED' });
    await make.appointment({ doctor });
    await make.appointment({ patient, startsIn: 4 * DAY });
    const mine = await eventsOf(await change(patient, 'on'));
    expect(mine.map(({ STATUS }) => STATUS)).toEqual(['CONFIRMED', 'TENTATIVE', 'CONFIRMED', 'CANCELLED', 'CONFIRMED']);
    expect(mine.map(({ SUMMARY }) => SUMMARY).slice(0, 3)).toEqual([
      'Videoconsulta con Dr Jörg Müller',
      'Videoconsulta con Dr Jörg Müller',
      'Cita con Dr Jörg Müller',
    ]);
    const theirs = await eventsOf(await change(doctor, 'on'));
    expect(theirs).toHaveLength(5);
    expect(theirs[0]?.SUMMARY).toBe('Video visit with María Ruiz');
    expect(JSON.stringify([mine, theirs])).not.toMatch(/Palpitations|Cardiology/);
  });

  it('a new address ends the old one, and one that was left never comes back', async () => {
    const tokens = [await change(patient, 'on'), await change(patient, 'new')];
    await change(patient, 'off');
    tokens.push(await change(patient, 'on'));
    expect(new Set(tokens).size).toBe(3);
    const answers = await Promise.all(tokens.map((token) => readFeed(token, null, new Date())));
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, true]);
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: patient.id }, orderBy: { id: 'asc' } });
    expect(entries.map(({ action }) => action)).toEqual([
      'calendar_feed_on',
      'calendar_feed_renewed',
      'calendar_feed_off',
      'calendar_feed_on',
    ]);
  });

  it('turned on twice at once has one address', async () => {
    await Promise.all([changeFeed(asActor(patient), 'on', new Date()), changeFeed(asActor(patient), 'on', new Date())]);
    expect(await prisma().calendarChoice.findMany({ where: { personId: patient.id } })).toMatchObject([
      { feedOn: true, feedVersion: 1 },
    ]);
    expect(await prisma().auditEntry.count({ where: { subjectId: patient.id } })).toBe(1);
  });

  it('answers a wrong address, an old one, one that is off and a disabled person all alike', async () => {
    const other = await change(doctor, 'on');
    const token = await change(patient, 'on');
    const swapped = token.slice(0, 22) + other.slice(22);
    const nothing = { ok: false, code: 'not_found' };
    for (const wrong of ['', 'x', swapped, `${token}x`])
      expect(await readFeed(wrong, null, new Date())).toEqual(nothing);
    await setDisabled(asActor(await make.person({ role: 'ADMIN' })), patient.id, true, new Date());
    expect(await readFeed(token, null, new Date())).toEqual(nothing);
    await change(doctor, 'off');
    expect(await readFeed(other, null, new Date())).toEqual(nothing);
  });

  it('tells when anything last changed', async () => {
    const token = await change(patient, 'on');
    expect(await readFeed(token, null, new Date())).toMatchObject({ changedAt: null });
    const updatedAt = new Date('2026-11-20T08:00:00Z');
    const first = await make.appointment({ patient, startsIn: 60 });
    const second = await make.appointment({ patient, startsIn: 120 });
    await prisma().appointment.update({ where: { id: first.id }, data: { updatedAt } });
    expect(await readFeed(token, null, new Date())).toMatchObject({ changedAt: second.updatedAt });
  });

  it('is limited by itself, guesses by where they come from', async () => {
    const token = await change(patient, 'on');
    const answers = await Promise.all(Array.from({ length: 31 }, () => readFeed(token, '192.0.2.1', new Date())));
    expect(answers.filter(({ ok }) => !ok)).toEqual([expect.objectContaining({ code: 'too_many_requests' })]);
    expect(await readFeed(await change(doctor, 'on'), '192.0.2.1', new Date())).toMatchObject({ ok: true });
    const guesses = await Promise.all(Array.from({ length: 61 }, () => readFeed('x', '192.0.2.2', new Date())));
    expect(guesses.filter((answer) => !answer.ok && answer.code === 'too_many_requests')).toHaveLength(1);
    expect(await readFeed('x', '192.0.2.3', new Date())).toMatchObject({ code: 'not_found' });
  });

  it('is not for the front desk', async () => {
    const desk = asActor(await make.person({ role: 'ADMIN' }));
    expect(await ownCalendarChoice(desk)).toBeNull();
    expect(await changeFeed(desk, 'on', new Date())).toMatchObject({ code: 'forbidden' });
    expect(await chooseVisitMail(desk, false)).toMatchObject({ code: 'forbidden' });
  });

  it('and mail are chosen apart', async () => {
    await chooseVisitMail(asActor(patient), false);
    await change(patient, 'on');
    expect(await ownCalendarChoice(asActor(patient))).toMatchObject({
      visitMail: false,
      feedUrl: expect.any(String),
    });
    await chooseVisitMail(asActor(patient), true);
    await change(patient, 'off');
    expect(await ownCalendarChoice(asActor(patient))).toEqual({
      visitMail: true,
      feedOn: false,
      feedUrl: null,
    });
  });
});
