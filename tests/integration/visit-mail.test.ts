import { beforeEach, describe, expect, inject, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { MailError } from '@/lib/adapters/mail';
import { cancelAppointment, confirmAppointment, declineAppointment } from '@/lib/appointments/commands/answer';
import { expireAppointment } from '@/lib/appointments/commands/by-the-clock';
import { handOver } from '@/lib/appointments/commands/hand-over';
import { answerProposal, moveAppointment } from '@/lib/appointments/commands/move';
import { sendVisitMail } from '@/lib/notifications/commands/send-visit-mail';
import { VISIT_NEWS } from '@/lib/notifications/policy';
import { resetSettings } from '@/lib/platform/settings';
import { freePort } from '@/scripts/stack/ports';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { asActor, type TestPerson } from '../support/factories';
import { readIcs, valuesOf } from '../support/ics';
import { inboxAt, type ReceivedMail } from '../support/inbox';
import { doJobs, skipPause, tryJobs } from '../support/jobs';

const make = withApplication({ NEXTAUTH_URL: 'https://visits.example', CLINIC_NAME: 'Hillside Clinic' });
const inbox = inboxAt(inject('mail').inboxUrl);
const HOUR = 60 * 60_000;
const inHours = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR);

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
  patient = await make.person({ name: 'María "Mari" Ruiz', zone: 'Europe/Madrid', locale: 'es' });
});

async function ask(startsAt = inHours(48)) {
  const input = {
    doctorId: doctor.id,
    startsAt: startsAt.toISOString(),
    visitType: 'video' as const,
    reason: 'Palpitations',
  };
  const booked = await bookAppointment(asActor(patient), input);
  if (!booked.ok) throw new Error(booked.code);
  return booked.appointment;
}
async function confirmed(startsAt?: Date) {
  const { id, revision } = await ask(startsAt);
  const result = await confirmAppointment(asActor(doctor), { id, revision }, new Date());
  if (!result.ok) throw new Error(result.code);
  return result.appointment;
}
/** What somebody's calendar makes of a mail. */
async function calendarIn(mail: ReceivedMail) {
  const { calendar, events } = readIcs(await inbox.attachment(mail, 'invitation.ics'));
  return { ...valuesOf(events[0]), method: valuesOf(calendar).METHOD } as Record<string, string>;
}
/** The server says yes to a mail before its inbox shows it: so wait for as many as there should be. */
const subjects = async (person: TestPerson, count = 1) =>
  (await inbox.mailsTo(person.email, count)).map(({ subject }) => subject);

describe('what happens to a visit reaches both by mail', () => {
  it('asked for, confirmed, moved and canceled: a mail each, the same event with a rising SEQUENCE', async () => {
    const { id, revision } = await ask();
    await doJobs();
    const first = await confirmAppointment(asActor(doctor), { id, revision }, new Date());
    await doJobs();
    const [asked, yes] = await inbox.mailsTo(patient.email, 2);
    expect(asked?.subject).toMatch(/^Hemos recibido su solicitud: \S+ \d+ \S+, \d\d:\d\d–\d\d:\d\d$/);
    expect(asked?.attachments).toEqual([]);
    expect(yes?.subject).toMatch(/^Su cita está confirmada: /);

    if (!first.ok) throw new Error(first.code);
    const moved = await moveAppointment(
      asActor(doctor),
      {
        id,
        revision: first.appointment.revision,
        startsAt: inHours(72),
      },
      new Date(),
    );
    await doJobs();
    if (!moved.ok) throw new Error(moved.code);
    await cancelAppointment(
      asActor(patient),
      { id, revision: moved.appointment.revision, note: 'Too ill' },
      new Date(),
    );
    await doJobs();

    for (const [person, other] of [
      [patient, 'Videoconsulta con Dr Jörg Müller'],
      [doctor, 'Video visit with María "Mari" Ruiz'],
    ] as const) {
      const mails = await inbox.mailsTo(person.email, 4);
      expect(mails).toHaveLength(4);
      expect(new Set(mails.map(({ headers }) => headers['message-id'])).size).toBe(4);
      const events = await Promise.all(mails.slice(1).map(calendarIn));
      const UID = `${id}@visits.example`;
      expect(events).toMatchObject([
        { method: 'REQUEST', SEQUENCE: '2', STATUS: 'CONFIRMED', UID, SUMMARY: other },
        { method: 'REQUEST', SEQUENCE: '3', STATUS: 'CONFIRMED', UID, SUMMARY: other },
        { method: 'CANCEL', SEQUENCE: '4', STATUS: 'CANCELLED', UID, SUMMARY: other },
      ]);
      expect(events[0]).toMatchObject({
        ATTENDEE: `MAILTO:${person.email}`,
        ORGANIZER: 'mailto:no-reply@visits.example',
      });
      expect(events[1]?.DTSTART).not.toBe(events[0]?.DTSTART);
      expect(JSON.stringify(events)).not.toMatch(/Palpitations|Cardiology|Too ill/);
      for (const mail of mails) {
        expect(await inbox.source(mail)).not.toMatch(/Palpitations|Cardiology|Too ill/);
        expect(mail.html + mail.text).not.toMatch(/Palpitations|Cardiology|Too ill/);
      }
    }
    expect(await subjects(doctor, 4)).toEqual([
      expect.stringMatching(/^A request waits for you: /),
      expect.stringMatching(/^A visit is confirmed: /),
      expect.stringMatching(/^A visit has a new time: /),
      expect.stringMatching(/^A visit was canceled: /),
    ]);
  });

  it('in the reader’s words and by both clocks, with a link', async () => {
    const { id } = await confirmed(new Date('2027-01-14T17:00:00Z'));
    await doJobs();
    const [mail] = await inbox.mailsTo(patient.email);
    expect(mail?.subject).toBe('Su cita está confirmada: jue 14 ene 2027, 18:00–19:00');
    expect(mail?.text).toContain(
      'Jue 14 ene 2027, 18:00–19:00\nhora de Madrid\nDr Jörg Müller: 12:00, hora de Nueva York\n',
    );
    expect(mail?.text).toContain(`Abrir la cita:\nhttps://visits.example/appointments/${id}\n`);
    const [theirs] = await inbox.mailsTo(doctor.email);
    expect(theirs?.text).toContain(
      'Thu 14 Jan 2027, 12:00–13:00\nNew York time\nMaría "Mari" Ruiz: 18:00, Madrid time\n',
    );
  });

  it('booked by the front desk it is confirmed at once', async () => {
    const desk = await make.person({ role: 'ADMIN' });
    const startsAt = inHours(30).toISOString();
    const input = {
      doctorId: doctor.id,
      patientId: patient.id,
      startsAt,
      visitType: 'in_person' as const,
      reason: 'Checkup',
    };
    await bookAppointment(asActor(desk), input);
    await doJobs();
    const [mail] = await inbox.mailsTo(patient.email);
    expect(await calendarIn(mail as ReceivedMail)).toMatchObject({
      method: 'REQUEST',
      SEQUENCE: '1',
      LOCATION: 'Hillside Clinic',
    });
    expect(await inbox.mailsNow(desk.email)).toEqual([]);
  });

  it('handed over: out of one doctor’s calendar, into the other’s, and the patient’s says with whom', async () => {
    const { id, revision } = await confirmed();
    await doJobs();
    const next = await make.person({ role: 'DOCTOR', name: 'Dr Lea Weiss' });
    const desk = asActor(await make.person({ role: 'ADMIN' }));
    expect(await handOver(desk, { doctorId: next.id, visits: [{ id, revision }] }, new Date())).toMatchObject({
      ok: true,
    });
    await doJobs();
    const told = async (person: TestPerson, count: number) => {
      const mail = await inbox.lastMailTo(person.email, count);
      return { subject: mail.subject.split(':')[0], ...(await calendarIn(mail)), text: mail.text };
    };
    const SEQUENCE = String(revision + 1);
    expect(await told(next, 1)).toMatchObject({ subject: 'A visit is confirmed', method: 'REQUEST', SEQUENCE });
    expect(await told(patient, 2)).toMatchObject({
      ...{ subject: 'Le atenderá otro médico', method: 'REQUEST', SEQUENCE },
      SUMMARY: 'Videoconsulta con Dr Lea Weiss',
    });
    const former = await told(doctor, 2);
    expect(former).toMatchObject({
      ...{ subject: 'A visit went to another doctor', method: 'CANCEL', SEQUENCE, STATUS: 'CANCELLED' },
      SUMMARY: 'Video visit with María "Mari" Ruiz',
    });
    expect(former.text).not.toContain(`/appointments/${id}`);
  });

  it('handed over and back before any mail went out: each doctor reads where it ended', async () => {
    const { id, revision } = await confirmed();
    await doJobs();
    const next = await make.person({ role: 'DOCTOR' });
    const desk = asActor(await make.person({ role: 'ADMIN' }));
    await handOver(desk, { doctorId: next.id, visits: [{ id, revision }] }, new Date());
    await handOver(desk, { doctorId: doctor.id, visits: [{ id, revision: revision + 1 }] }, new Date());
    await doJobs();
    expect(await subjects(next)).toEqual([expect.stringMatching(/^A visit went to another doctor: /)]);
    expect(await subjects(doctor, 2)).toEqual(Array(2).fill(expect.stringMatching(/^A visit is confirmed: /)));
  });

  it('a proposal makes no mail, its acceptance does', async () => {
    const { id, revision } = await confirmed();
    await doJobs();
    const proposed = await moveAppointment(asActor(patient), { id, revision, startsAt: inHours(60) }, new Date());
    if (!proposed.ok) throw new Error(proposed.code);
    await doJobs();
    expect(await subjects(doctor)).toHaveLength(1);
    await answerProposal(asActor(doctor), { id, revision: proposed.appointment.revision }, true, new Date());
    await doJobs();
    const mail = await inbox.lastMailTo(patient.email, 2);
    expect(mail.subject).toMatch(/^Su cita tiene otra hora/);
    expect(await calendarIn(mail)).toMatchObject({ method: 'REQUEST', SEQUENCE: '4' });
  });

  it('a request that is declined, withdrawn or expired has nothing for the calendar', async () => {
    const declined = await ask(inHours(48));
    await declineAppointment(asActor(doctor), { ...declined, note: 'Not my field' }, new Date());
    const withdrawn = await ask(inHours(49));
    await cancelAppointment(asActor(patient), withdrawn, new Date());
    const expired = await ask(inHours(50));
    await expireAppointment(expired.id, inHours(50));
    await doJobs();
    const mails = await inbox.mailsTo(patient.email, 3);
    expect(mails.map(({ subject }) => subject.split(':')[0]).sort()).toEqual([
      'Esta hora no es posible',
      'Su solicitud no tuvo respuesta',
      'Su solicitud se canceló',
    ]);
    for (const mail of mails) {
      expect(mail.attachments).toEqual([]);
      expect(mail.text).toContain(`https://visits.example/book/${doctor.id}`);
      expect(mail.text).not.toContain('Not my field');
    }
  });
});

describe('a mail that cannot go out', () => {
  it('waits while the server is down, is tried again after a pause, and tells how things stand by then', async () => {
    const { SMTP_URL } = process.env;
    process.env.SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
    resetSettings();
    const [, later] = [await confirmed(), await confirmed(inHours(60))];
    expect(await tryJobs()).toEqual(Array(4).fill(expect.any(MailError)));
    process.env.SMTP_URL = SMTP_URL;
    resetSettings();
    await doJobs();
    expect(await inbox.mailsNow(patient.email)).toEqual([]);
    // Meanwhile one is moved: one mail a person waits about it, and not the old one.
    await moveAppointment(
      asActor(doctor),
      { id: later.id, revision: later.revision, startsAt: inHours(80) },
      new Date(),
    );
    await skipPause();
    await doJobs();
    expect((await subjects(patient, 2)).sort()).toEqual([
      expect.stringMatching(/^Su cita está confirmada/),
      expect.stringMatching(/^Su cita tiene otra hora/),
    ]);
    expect((await subjects(doctor, 2)).sort()).toEqual([
      expect.stringMatching(/^A visit has a new time/),
      expect.stringMatching(/^A visit is confirmed/),
    ]);
    expect(
      await prisma().$queryRaw`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'send_visit_mail'`,
    ).toEqual([]);
  });
});

describe('nobody is written to', () => {
  const send = (appointmentId: string, personId: string, now = new Date()) =>
    sendVisitMail({ appointmentId, personId, news: 'confirmed' }, now);

  it('who is disabled, wants none, or never proved to read the address', async () => {
    const { id } = await make.appointment({ doctor, patient });
    const none = async () => expect(await subjects(patient, 0)).toEqual([]);
    const set = (data: object) => prisma().person.update({ where: { id: patient.id }, data });
    await set({ disabledAt: new Date() });
    await send(id, patient.id);
    await none();
    await set({ disabledAt: null, emailConfirmedAt: null });
    await send(id, patient.id);
    await none();
    await set({ emailConfirmedAt: new Date() });
    await prisma().calendarChoice.create({ data: { personId: patient.id, visitMail: false } });
    await send(id, patient.id);
    await none();
    await prisma().calendarChoice.update({ where: { personId: patient.id }, data: { visitMail: true } });
    await send(id, patient.id);
    expect(await inbox.mailsTo(patient.email)).toHaveLength(1);
  });

  it('about a visit that is over, that is not theirs, or by news that is no longer true', async () => {
    const stranger = await make.person();
    const { id, endsAt } = await make.appointment({ doctor, patient });
    await send(id, patient.id, endsAt);
    for (const news of VISIT_NEWS) {
      // Whatever its job says: only who gave a visit away is told of a visit that is not theirs.
      for (const role of ['patient', 'doctor', 'nonsense']) {
        await sendVisitMail({ appointmentId: id, personId: stranger.id, role, news }, new Date());
      }
      if (news === 'handed_over') continue;
      for (const role of [undefined, 'former_doctor']) {
        await sendVisitMail({ appointmentId: id, personId: stranger.id, role, news }, new Date());
      }
    }
    await sendVisitMail({ appointmentId: id, personId: patient.id, news: 'canceled' }, new Date());
    await sendVisitMail({ appointmentId: id, personId: patient.id, news: 'nonsense' }, new Date());
    expect(await subjects(patient, 0)).toEqual([]);
    expect(await subjects(stranger, 0)).toEqual([]);
  });

  it('when the change did not come about', async () => {
    const startsAt = inHours(48);
    await ask(startsAt);
    await doJobs();
    const input = { doctorId: doctor.id, startsAt: startsAt.toISOString(), visitType: 'video' as const, reason: 'x' };
    const other = await make.person();
    expect(await bookAppointment(asActor(other), input)).toMatchObject({ code: 'slot_taken' });
    await doJobs();
    expect(await subjects(doctor)).toHaveLength(1);
    expect(await subjects(other, 0)).toEqual([]);
  });
});

it('a mail that release 0.1.0 left waiting goes to the doctor who gave a visit away, and to nobody else off its roster', async () => {
  const former = await make.person({ role: 'DOCTOR' });
  const { id } = await make.appointment({ doctor, patient, startsIn: 600 });
  const leave = (person: TestPerson, news: string) =>
    addJob(prisma(), 'send_visit_mail', { appointmentId: id, personId: person.id, news });
  await leave(former, 'handed_over');
  await leave(former, 'canceled');
  await leave(patient, 'handed_over');
  await leave(doctor, 'confirmed');
  await doJobs();
  expect(await subjects(patient)).toEqual([expect.stringMatching(/^Le atenderá otro médico: /)]);
  expect(await subjects(doctor)).toEqual([expect.stringMatching(/^A visit is confirmed: /)]);
  const [mail, ...more] = await inbox.mailsTo(former.email);
  expect(more).toEqual([]);
  expect(mail?.subject).toMatch(/^A visit went to another doctor: /);
  expect(await calendarIn(mail as ReceivedMail)).toMatchObject({ method: 'CANCEL' });
});
