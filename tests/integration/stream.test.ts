import pg from 'pg';
import { expect, it } from 'vitest';
import { endSession } from '@/lib/accounts/commands/sessions';
import { actorOf } from '@/lib/accounts/queries/actor';
import { prisma } from '@/lib/adapters/database';
import { cancelAppointment } from '@/lib/appointments/commands/answer';
import { handOver } from '@/lib/appointments/commands/hand-over';
import { saveHours } from '@/lib/availability/commands/save-hours';
import { streamFor } from '@/lib/notifications/stream';
import type { Actor } from '@/lib/platform/actor';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { sessionFor } from '../support/sessions';

const make = withApplication();

async function signedIn({ id }: TestPerson) {
  const session = await sessionFor({ personId: id, version: 1 });
  const actor = await actorOf(session);
  if (!actor) throw new Error('no session');
  return { session, actor };
}

function listen(person: TestPerson, actor: Actor = asActor(person), holds = async () => true) {
  const abort = new AbortController();
  const reader = streamFor(actor, holds, abort.signal).getReader();
  let text = '';
  const ended = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += new TextDecoder().decode(value);
    }
  })();
  return { seen: () => text, stop: () => abort.abort(), ended };
}
const count = (text: string, event: string) => text.split(`event: ${event}\n`).length - 1;

it('tells the parties and the front desk of a change, and others only of the doctor; nothing of what it is about', async () => {
  const { id, doctor, patient, revision } = await make.appointment({ reason: 'A reason nobody may read' });
  const [admin, stranger] = [await make.person({ role: 'ADMIN' }), await make.person()];
  const streams = [doctor, patient, admin, stranger].map((person) => listen(person));
  const [doctorSees, patientSees, adminSees, strangerSees] = streams;
  // The first event of a stream may come before its connection listens.
  await expect.poll(async () => (await listeners()) > 0).toBe(true);
  await cancelAppointment(asActor(patient), { id, revision }, new Date());
  for (const stream of [doctorSees, patientSees, adminSees]) {
    await expect
      .poll(() => stream?.seen())
      .toContain(`event: changed\ndata: {"id":"${id}","revision":${revision + 1}}`);
    expect(stream?.seen()).not.toContain('reason');
  }
  // Somebody else's visit: no more than that this doctor's free times changed.
  await expect.poll(() => strangerSees?.seen()).toContain(`event: slots\ndata: {"doctor":"${doctor.id}"}\n`);
  expect(strangerSees?.seen()).not.toContain(id);
  expect(strangerSees?.seen()).not.toContain(patient.id);
  for (const stream of streams) stream.stop();
  await Promise.all(streams.map((stream) => stream.ended));
  await expect.poll(listeners).toBe(0);
});

it('tells both doctors and the patient of a visit that is handed over, and others that either’s free times changed', async () => {
  const { id, doctor, patient, revision } = await make.appointment({ startsIn: 600 });
  const [to, stranger] = [await make.person({ role: 'DOCTOR' }), await make.person()];
  const streams = [doctor, to, patient, stranger].map((person) => listen(person));
  await expect.poll(listeners).toBe(1);
  const admin = asActor(await make.person({ role: 'ADMIN' }));
  expect(await handOver(admin, { doctorId: to.id, visits: [{ id, revision }] }, new Date())).toMatchObject({
    ok: true,
  });
  for (const stream of streams.slice(0, 3)) await expect.poll(() => stream.seen()).toContain(`"id":"${id}"`);
  for (const { id: free } of [doctor, to]) {
    await expect.poll(() => streams[3]?.seen()).toContain(`event: slots\ndata: {"doctor":"${free}"}\n`);
  }
  for (const stream of streams) stream.stop();
  await Promise.all(streams.map((stream) => stream.ended));
});

it('what the database tells: the roster as a list, and what processes of release 0.1.0 read, in far less than 8000 bytes', async () => {
  const { id, doctor, patient, revision } = await make.appointment({ startsIn: 1200 });
  const to = await make.person({ role: 'DOCTOR' });
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const told: string[] = [];
  client.on('notification', ({ payload }) => told.push(payload ?? ''));
  await client.query('LISTEN appointment_changed');
  const admin = asActor(await make.person({ role: 'ADMIN' }));
  await handOver(admin, { doctorId: to.id, visits: [{ id, revision }] }, new Date());
  await expect.poll(() => told.length).toBe(2);
  await client.end();
  const of = (doctorId: string) => ({
    ...{ id, revision: revision + 1, people: [patient.id, doctorId] },
    ...{ doctor: doctorId, patient: patient.id },
  });
  expect(told.map((payload) => JSON.parse(payload))).toEqual([of(to.id), of(doctor.id)]);
  for (const payload of told) expect(payload.length).toBeLessThan(1_000);
});

it('tells everyone that a doctor’s free times may have changed with the hours, the zone or the account, and else nothing', async () => {
  const doctor = await make.person({ role: 'DOCTOR' });
  const stream = listen(await make.person());
  await expect.poll(listeners).toBe(1);
  const slots = () => stream.seen().split(`event: slots\ndata: {"doctor":"${doctor.id}"}\n`).length - 1;
  const lengths = { slotMinutes: 50, breakMinutes: 10, noticeMinutes: 0, horizonDays: 60 };
  const hours = { ...lengths, revision: 1, weekly: Array(7).fill([]), exceptions: {} };
  expect(await saveHours(asActor(doctor), hours)).toMatchObject({ ok: true });
  await expect.poll(slots).toBe(1);
  const change = (data: object) => prisma().person.update({ where: { id: doctor.id }, data });
  await change({ name: 'Dr Another', locale: 'es' });
  await change({ zone: 'Asia/Tokyo' });
  await expect.poll(slots).toBe(2);
  await change({ disabledAt: new Date() });
  await expect.poll(slots).toBe(3);
  stream.stop();
  await stream.ended;
});

it('ends with its session, and says so; those of other sessions go on', async () => {
  const person = await make.person();
  const { actor, session } = await signedIn(person);
  const other = await signedIn(person);
  const [stream, goesOn] = [listen(person, actor), listen(person, other.actor)];
  await expect.poll(listeners).toBe(1);
  const since = Date.now();
  await endSession(session.sessionId, new Date());
  await stream.ended;
  expect(Date.now() - since).toBeLessThan(1_000);
  expect(stream.seen()).toMatch(/event: ended\ndata: \{\}\n\n$/);
  expect(goesOn.seen()).not.toContain('ended');
  goesOn.stop();
  await goesOn.ended;
});

it('says after a lost connection that something may have been missed, and hears again', async () => {
  const { id, doctor, patient, revision } = await make.appointment();
  const stream = listen(doctor);
  await expect.poll(listeners).toBe(1);
  // At its beginning, and when from then on changes are heard of.
  await expect.poll(() => count(stream.seen(), 'resync')).toBe(2);
  await cutListeners();
  await expect.poll(() => count(stream.seen(), 'resync'), { timeout: 8_000 }).toBe(3);
  await cancelAppointment(asActor(patient), { id, revision }, new Date());
  await expect.poll(() => stream.seen()).toContain(id);
  stream.stop();
  await stream.ended;
});

it('ends when its session ended while nothing was heard, as soon as something is', async () => {
  const person = await make.person();
  const { actor, session } = await signedIn(person);
  const stream = listen(person, actor, async () => (await actorOf(session)) !== null);
  await expect.poll(() => count(stream.seen(), 'resync')).toBe(2);
  // The end's own notification finds no trigger: as if it had come while the connection was lost.
  await prisma().$transaction([
    prisma().$executeRaw`SET LOCAL session_replication_role = replica`,
    prisma()
      .$executeRaw`UPDATE session SET ended_at = now(), end_reason = 'signed_out' WHERE id = ${session.sessionId}::uuid`,
  ]);
  await cutListeners();
  const since = Date.now();
  await stream.ended;
  expect(stream.seen()).toMatch(/event: ended\ndata: \{\}\n\n$/);
  expect(Date.now() - since).toBeLessThan(8_000);
});

const cutListeners = () => prisma().$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
  WHERE datname = current_database() AND query LIKE 'LISTEN%'`;

async function listeners(): Promise<number> {
  const [row] = await prisma().$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
  return Number(row?.n);
}
