import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { cancelAppointment, confirmAppointment } from '@/lib/appointments/commands/answer';
import { handOver } from '@/lib/appointments/commands/hand-over';
import { moveAppointment } from '@/lib/appointments/commands/move';
import { bookingInput } from '@/lib/appointments/schema/booking';
import { sendVisitsMail } from '@/lib/notifications/commands/send-visits-mail';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { asActor, type TestPerson } from '../support/factories';
import { readIcs, valuesOf } from '../support/ics';
import { inboxAt, type ReceivedMail } from '../support/inbox';
import { doJobs } from '../support/jobs';

const make = withApplication({ NEXTAUTH_URL: 'https://visits.example', CLINIC_NAME: 'Hillside Clinic' });
const inbox = inboxAt(inject('mail').inboxUrl);
const [HOUR, DAY] = [3_600_000, 86_400_000];
/** A Thursday of a year whose mails name it. */
const THURSDAY = new Date('2035-01-11T17:00:00Z');

let doctor: TestPerson;
let patient: TestPerson;
beforeEach(async () => {
  doctor = await make.person({
    role: 'DOCTOR',
    name: 'Dr Jörg Müller',
    zone: 'America/New_York',
    slotMinutes: 60,
    breakMinutes: 0,
  });
  patient = await make.person({ name: 'María Ruiz', zone: 'Europe/Madrid', locale: 'es' });
});

/** Four weekly visits; a patient's are asked for, a doctor's are confirmed. */
async function series(by: 'doctor' | 'patient' = 'doctor') {
  const bookable = Temporal.Now.zonedDateTimeISO(doctor.zone).add({ days: 8 }).withPlainTime('10:00');
  const startsAt = by === 'doctor' ? THURSDAY : new Date(bookable.epochMilliseconds);
  const input = bookingInput.parse({
    ...{ doctorId: doctor.id, patientId: patient.id, startsAt: startsAt.toISOString() },
    ...{ visitType: 'video', reason: 'Palpitations', repeat: { frequency: 'weekly', count: 4 } },
  });
  const booked = await bookAppointment(asActor(by === 'doctor' ? doctor : patient), input);
  if (!booked.ok) throw new Error(booked.code);
  const visits = await prisma().appointment.findMany({ where: { doctorId: doctor.id }, orderBy: { startsAt: 'asc' } });
  return visits as [Visit, Visit, Visit, Visit];
}
type Visit = Awaited<ReturnType<ReturnType<typeof prisma>['appointment']['findFirstOrThrow']>>;

/** What is attached, by name, as a calendar reads it. */
const calendarsIn = async (mail: ReceivedMail) =>
  Object.fromEntries(
    await Promise.all(
      mail.attachments.map(async ({ fileName, contentType }): Promise<[string, Record<string, unknown>]> => {
        const { calendar, events } = readIcs(await inbox.attachment(mail, fileName));
        const { METHOD } = valuesOf(calendar);
        const { UID, SEQUENCE, STATUS, DTSTART, SUMMARY } = valuesOf(events[0]);
        return [fileName, { METHOD, UID, SEQUENCE, STATUS, DTSTART, SUMMARY, contentType, events: events.length }];
      }),
    ),
  );
const only = async (person: TestPerson) => {
  const [mail, ...more] = await inbox.mailsTo(person.email);
  expect(more).toEqual([]);
  return mail as ReceivedMail;
};
const subjects = async (person: TestPerson, count: number) =>
  (await inbox.mailsTo(person.email, count)).map(({ subject }) => subject).sort();
const uid = ({ id }: { id: string }) => `${id}@visits.example`;

describe('an act on a series is one mail for each of its people', () => {
  it('booked by the doctor: all dates by both clocks, and an invitation of its own for each visit', async () => {
    const visits = await series();
    await doJobs();
    const [mine, theirs] = [await only(patient), await only(doctor)];
    expect(mine.subject).toBe('Sus 4 citas están confirmadas: desde el jue 11 ene 2035');
    expect(theirs.subject).toBe('4 visits are confirmed: from Thu 11 Jan 2035');
    expect(mine.text).toContain(
      [
        'Cuándo, hora de Madrid',
        '- Jue 11 ene 2035, 18:00–19:00',
        '  12:00, hora de Nueva York',
        '- Jue 18 ene 2035, 18:00–19:00',
        '  12:00, hora de Nueva York',
        '- Jue 25 ene 2035, 18:00–19:00',
        '  12:00, hora de Nueva York',
        '- Jue 1 feb 2035, 18:00–19:00',
        '  12:00, hora de Nueva York\n',
      ].join('\n'),
    );
    expect(mine.text).toContain(`Abrir la primera cita:\nhttps://visits.example/appointments/${visits[0].id}\n`);
    const expected = (SUMMARY: string) =>
      Object.fromEntries(
        ['2035-01-11', '2035-01-18', '2035-01-25', '2035-02-01'].map((day, index) => [
          `visit-${day}.ics`,
          {
            ...{ METHOD: 'REQUEST', UID: uid(visits[index] as Visit), SEQUENCE: '1', STATUS: 'CONFIRMED', SUMMARY },
            ...{ DTSTART: `${day.replaceAll('-', '')}T170000Z`, contentType: 'text/calendar', events: 1 },
          },
        ]),
      );
    expect(await calendarsIn(mine)).toEqual(expected('Videoconsulta con Dr Jörg Müller'));
    expect(await calendarsIn(theirs)).toEqual(expected('Video visit with María Ruiz'));
    for (const mail of [mine, theirs]) {
      const source = await inbox.source(mail);
      expect(source.match(/^Content-Type: text\/calendar;[^:]*method=REQUEST/gim)).toHaveLength(4);
      expect(source + mail.html + mail.text).not.toMatch(/Palpitations|Cardiology/);
    }
  });

  it('asked for, then confirmed: a mail each time', async () => {
    const [first] = await series('patient');
    await doJobs();
    expect((await only(patient)).attachments).toEqual([]);
    expect((await only(doctor)).subject).toMatch(/^Requests for 4 visits wait for you: from /);
    await confirmAppointment(asActor(doctor), { id: first.id, revision: 1, scope: 'all' }, new Date());
    await doJobs();
    const [asked, yes] = await inbox.mailsTo(patient.email, 2);
    expect(asked?.subject).toMatch(/^Hemos recibido su solicitud de 4 citas: desde el /);
    expect(yes?.subject).toMatch(/^Sus 4 citas están confirmadas: desde el /);
    expect(Object.values(await calendarsIn(yes as ReceivedMail))).toMatchObject(
      Array(4).fill({ METHOD: 'REQUEST', SEQUENCE: '2' }),
    );
  });

  it('canceled from here on: out of the calendar with each', async () => {
    const [, ...rest] = await series();
    await doJobs();
    const { id, revision } = rest[0];
    await cancelAppointment(asActor(patient), { id, revision, scope: 'following', note: 'Too ill' }, new Date());
    await doJobs();
    for (const person of [patient, doctor]) {
      const [, mail, ...more] = await inbox.mailsTo(person.email, 2);
      expect(more).toEqual([]);
      expect(mail?.subject).toMatch(/^(Se cancelaron 3 citas: desde el jue|3 visits were canceled: from Thu) 18 /);
      expect(mail?.text).not.toContain('Too ill');
      expect(Object.values(await calendarsIn(mail as ReceivedMail))).toMatchObject(
        rest.map((visit) => ({ METHOD: 'CANCEL', SEQUENCE: '2', STATUS: 'CANCELLED', UID: uid(visit) })),
      );
    }
    expect((await inbox.lastMailTo(patient.email, 2)).text).toContain(`https://visits.example/book/${doctor.id}`);
  });
});

describe('news that came before the mail of several went out', () => {
  it('has a mail of its own, and its visit is left out of theirs', async () => {
    const [first, second, third, last] = await series();
    await cancelAppointment(asActor(doctor), { id: second.id, revision: 1 }, new Date());
    const later = new Date(+third.startsAt + HOUR);
    await moveAppointment(asActor(doctor), { id: third.id, revision: 1, startsAt: later }, new Date());
    await doJobs();
    expect(await subjects(doctor, 3)).toEqual([
      '2 visits are confirmed: from Thu 11 Jan 2035',
      'A visit has a new time: Thu 25 Jan 2035, 13:00–14:00',
      'A visit was canceled: Thu 18 Jan 2035, 12:00–13:00',
    ]);
    const mails = await inbox.mailsNow(doctor.email);
    const both = mails.find(({ subject }) => subject.startsWith('2 ')) as ReceivedMail;
    expect(Object.values(await calendarsIn(both)).map(({ UID }) => UID)).toEqual([uid(first), uid(last)]);
  });

  it('is about all of them: only the newer is told', async () => {
    const [{ id }] = await series();
    const startsAt = new Date(+THURSDAY + DAY);
    const moved = await moveAppointment(asActor(doctor), { id, revision: 1, scope: 'all', startsAt }, new Date());
    expect(moved).toMatchObject({ ok: true });
    await doJobs();
    expect((await only(doctor)).subject).toBe('4 visits have new times: from Fri 12 Jan 2035');
    expect((await only(patient)).subject).toBe('4 de sus citas tienen otra hora: desde el vie 12 ene 2035');
  });

  it('leaves one: it is told of as one', async () => {
    const [first, second] = await series();
    await cancelAppointment(asActor(doctor), { id: second.id, revision: 1, scope: 'following' }, new Date());
    await doJobs();
    expect(await subjects(doctor, 2)).toEqual([
      '3 visits were canceled: from Thu 18 Jan 2035',
      'A visit is confirmed: Thu 11 Jan 2035, 12:00–13:00',
    ]);
    const mails = await inbox.mailsNow(doctor.email);
    const one = mails.find(({ subject }) => subject.startsWith('A ')) as ReceivedMail;
    expect(await calendarsIn(one)).toMatchObject({ 'invitation.ics': { METHOD: 'REQUEST', UID: uid(first) } });
  });

  it('of several takes the place of what waits about one of them', async () => {
    const [first, second] = await series();
    await doJobs();
    await inbox.mailsTo(doctor.email);
    const startsAt = new Date(+second.startsAt + HOUR);
    await moveAppointment(asActor(doctor), { id: second.id, revision: 1, startsAt }, new Date());
    await moveAppointment(
      asActor(doctor),
      {
        ...{ id: first.id, revision: 1, scope: 'all' as const },
        startsAt: new Date(+first.startsAt + DAY),
      },
      new Date(),
    );
    await doJobs();
    expect(await subjects(doctor, 2)).toEqual([
      '4 visits are confirmed: from Thu 11 Jan 2035',
      '4 visits have new times: from Fri 12 Jan 2035',
    ]);
  });

  it('does not cover what nobody would be written about, such as another time that is asked for', async () => {
    const [first] = await series('patient');
    await confirmAppointment(asActor(doctor), { id: first.id, revision: 1, scope: 'all' }, new Date());
    const startsAt = new Date(+first.startsAt + DAY);
    expect(await moveAppointment(asActor(patient), { id: first.id, revision: 2, startsAt }, new Date())).toMatchObject({
      ok: true,
    });
    await doJobs();
    expect((await only(doctor)).subject).toMatch(/^4 visits are confirmed: from /);
  });
});

it('visits handed over at once: a mail for either doctor, and for each patient about their own', async () => {
  const [next, desk] = [await make.person({ role: 'DOCTOR' }), await make.person({ role: 'ADMIN' })];
  const other = await make.person();
  const at = (hours: number) => ({ doctor, startsAt: new Date(+THURSDAY + hours * HOUR) });
  const visits = [
    await make.appointment({ ...at(0), patient }),
    await make.appointment({ ...at(1), patient: other }),
    await make.appointment({ ...at(24), patient }),
    await make.appointment({ ...at(48), patient: other, status: 'PENDING' }),
  ];
  const asked = visits.map(({ id, revision }) => ({ id, revision }));
  expect(await handOver(asActor(desk), { doctorId: next.id, visits: asked }, new Date())).toMatchObject({ ok: true });
  await doJobs();

  expect(await subjects(next, 2)).toEqual([
    expect.stringMatching(/^3 visits are confirmed: from Thu 11 Jan 2035$/),
    expect.stringMatching(/^A request waits for you: /),
  ]);
  const got = (await inbox.mailsNow(next.email)).find(({ subject }) => subject.startsWith('3 ')) as ReceivedMail;
  const former = await only(doctor);
  expect(former.subject).toBe('4 visits went to another doctor: from Thu 11 Jan 2035');
  const each = (METHOD: string, list: { id: string }[]) =>
    list.map((visit) => ({ METHOD, UID: uid(visit), SEQUENCE: '2' }));
  expect(Object.values(await calendarsIn(got))).toMatchObject(each('REQUEST', visits.slice(0, 3)));
  expect(Object.keys(await calendarsIn(got))).toEqual([
    'visit-2035-01-11.ics',
    'visit-2035-01-11-2.ics',
    'visit-2035-01-12.ics',
  ]);
  // The request never was in a calendar.
  expect(Object.values(await calendarsIn(former))).toMatchObject(each('CANCEL', visits.slice(0, 3)));
  expect(former.text).not.toContain('https://visits.example');
  for (const text of [got.text, former.text]) {
    expect(text).toContain(`María Ruiz: 18:00, `);
    expect(text).toContain(other.name);
  }
  const mine = await only(patient);
  expect(mine.subject).toBe('Le atenderá otro médico en 2 citas: desde el jue 11 ene 2035');
  expect(mine.text).toContain(`Con\n${next.name}\n`);
  expect(Object.values(await calendarsIn(mine))).toMatchObject(
    each(
      'REQUEST',
      visits.filter(({ patientId }) => patientId === patient.id),
    ),
  );
  expect(await subjects(other, 2)).toEqual([
    expect.stringMatching(/^Another doctor sees you: /),
    expect.stringMatching(/^We have your request: /),
  ]);
});

describe('the mail of several', () => {
  it('sent again after a worker died is the same mail', async () => {
    const visits = await series();
    const told = visits.map(({ id, startsAt, doctorId }) => ({
      ...{ id, doctorId, status: 'confirmed', startsAt: startsAt.toISOString() },
    }));
    const mail = { batchId: 'b', personId: patient.id, news: 'confirmed', visits: told };
    await sendVisitsMail(mail, new Date());
    await sendVisitsMail(mail, new Date());
    const ids = (await inbox.mailsTo(patient.email, 2)).map(({ headers }) => headers['message-id']);
    expect(ids).toEqual(Array(2).fill(`<b.${patient.id}.confirmed@visits.example>`));
  });

  it('goes by the roster of each visit: to who gave them away, to nobody else who is not on it', async () => {
    const visits = await series();
    const former = await make.person({ role: 'DOCTOR' });
    const told = visits.map(({ id, startsAt, doctorId }) => ({
      ...{ id, doctorId, status: 'confirmed', startsAt: startsAt.toISOString() },
    }));
    const send = (news: string, role?: string) =>
      sendVisitsMail({ batchId: 'b', personId: former.id, role, news, visits: told }, new Date());
    for (const role of [undefined, 'patient', 'doctor', 'former_doctor']) {
      for (const news of ['confirmed', 'moved', 'canceled', 'nonsense']) await send(news, role);
    }
    await send('handed_over', 'doctor');
    expect(await inbox.mailsNow(former.email)).toEqual([]);
    await send('handed_over', 'former_doctor');
    // As release 0.1.0 left it waiting.
    await send('handed_over');
    const mails = await inbox.mailsTo(former.email, 2);
    expect(mails.map(({ subject }) => subject)).toEqual(
      Array(2).fill('4 visits went to another doctor: from Thu 11 Jan 2035'),
    );
  });

  it('is not sent to who wants none, nor when nothing of it is true any more', async () => {
    const [{ id }] = await series();
    await prisma().calendarChoice.create({ data: { personId: patient.id, visitMail: false } });
    await prisma().appointment.updateMany({ where: { doctorId: doctor.id }, data: { status: 'COMPLETED' } });
    await doJobs();
    expect(await inbox.mailsNow(patient.email)).toEqual([]);
    expect(await inbox.mailsNow(doctor.email)).toEqual([]);
    expect(await prisma().appointment.count({ where: { id } })).toBe(1);
  });
});
