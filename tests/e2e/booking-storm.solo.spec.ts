import fc from 'fast-check';
import type { PrismaClient } from '@/prisma/generated/client';
import type { TestPerson } from '@/tests/support/factories';
import { flawOf, type Step } from '@/tests/support/lifecycle-model';
import { sessionHeader } from '@/tests/support/session-cookie';
import { expect, test } from './support/fixtures';
import { APP_CONNECTIONS, startAnotherApp, startSecondInstance } from './support/second-instance';
import { HOUR } from './support/times';

const CLIENTS = 16;
const OPERATIONS = 5_000;
const SLOTS = 60;
const KILL_EVERY_MS = 5_000;

const operation = fc.record({
  what: fc.constantFrom('book', 'book', 'confirm', 'confirm', 'decline', 'cancel', 'move', 'move', 'accept', 'keep'),
  who: fc.nat(),
  which: fc.nat(39),
  slot: fc.nat(SLOTS - 1),
  /** Now and then someone acts on what they saw a while ago. */
  behind: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? 1 : 0)),
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

interface Answer {
  status: number;
  code?: string;
  id: string;
  revision: number;
  state: string;
}

/** The request that an operation makes of one of the people; null: there is nothing that it could be about. */
async function requestOf({ what, who, which, slot, behind }: Operation, around: Surroundings) {
  const { doctors, patients, first, prisma } = around;
  const at = (list: TestPerson[], index: number) => list[index % list.length] as TestPerson;
  const startsAt = new Date(first + slot * HOUR).toISOString();
  if (what === 'book') {
    const data = { doctorId: at(doctors, which).id, startsAt, visitType: 'video', reason: 'x' };
    return { by: at(patients, who), path: '/api/appointments', data };
  }
  const row = await prisma.appointment.findFirst({
    where: { status: { in: ['PENDING', 'CONFIRMED'] } },
    orderBy: { id: 'asc' },
    skip: which,
  });
  if (!row) return null;
  const doctor = doctors.find(({ id }) => id === row.doctorId) as TestPerson;
  const patient = patients.find(({ id }) => id === row.patientId) as TestPerson;
  const either = who % 2 ? doctor : patient;
  const revision = Math.max(1, row.revision - behind);
  const name = { move: 'reschedule', accept: 'proposal', keep: 'proposal' }[what as string] ?? what;
  const more = { move: { startsAt }, accept: { accept: true }, keep: { accept: false } }[what as string] ?? {};
  const by = what === 'cancel' || what === 'move' ? either : doctor;
  return { by, path: `/api/appointments/${row.id}/${name}`, data: { revision, ...more } };
}

interface Surroundings {
  doctors: TestPerson[];
  patients: TestPerson[];
  /** The first slot, in milliseconds since the epoch. */
  first: number;
  prisma: PrismaClient;
}

test('5,000 random acts of 16 people at once on two app processes, their connections killed under them', async ({
  stack,
}) => {
  test.setTimeout(300_000);
  const instance = await startSecondInstance(stack);
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(instance.stop);
  const second = cleanup.use(await startAnotherApp(instance.env));
  const { prisma, make } = instance;
  const doctor = () => make.person({ role: 'DOCTOR', slotMinutes: 60, breakMinutes: 0 });
  const around: Surroundings = {
    doctors: [await doctor(), await doctor(), await doctor()],
    patients: await Promise.all(Array.from({ length: 8 }, () => make.person())),
    first: Math.ceil(Date.now() / HOUR + 24) * HOUR,
    prisma,
  };
  const apps = [instance.baseUrl, second.baseUrl];
  const cookies = new Map<string, string>();
  for (const person of [...around.doctors, ...around.patients]) {
    for (const baseUrl of apps) cookies.set(baseUrl + person.id, await sessionHeader(person, baseUrl, instance.env));
  }

  const kills: number[] = [];
  let killed = 0;
  async function kill() {
    kills.push(performance.now());
    const [row] = await prisma.$queryRaw<{ n: bigint }[]>`SELECT count(pg_terminate_backend(pid)) AS n
      FROM pg_stat_activity WHERE datname = current_database() AND application_name = ${APP_CONNECTIONS}`;
    killed += Number(row?.n);
  }

  const queue = fc.sample(operation, OPERATIONS);
  const promised: Answer[] = [];
  const lost: { began: number; ended: number; status: number }[] = [];
  const refused = new Map<string, number>();
  async function client(number: number) {
    const baseUrl = apps[number % apps.length] ?? '';
    for (let next = queue.pop(); next; next = queue.pop()) {
      const request = await requestOf(next, around);
      if (!request) continue;
      const began = performance.now();
      const cookie = cookies.get(baseUrl + request.by.id) ?? '';
      const answer = await fetch(baseUrl + request.path, {
        method: 'POST',
        headers: { cookie, origin: baseUrl, 'content-type': 'application/json' },
        body: JSON.stringify(request.data),
      });
      const text = await answer.text();
      if (answer.status >= 500) {
        lost.push({ began, ended: performance.now(), status: answer.status });
        continue;
      }
      const { code = '', id, revision, status: state } = JSON.parse(text);
      if (answer.ok) promised.push({ status: answer.status, id, revision, state });
      else refused.set(`${answer.status} ${code}`, (refused.get(`${answer.status} ${code}`) ?? 0) + 1);
    }
  }
  const killing = setInterval(() => void kill(), KILL_EVERY_MS);
  cleanup.defer(() => clearInterval(killing));
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
  clearInterval(killing);

  // It was a storm: much was done, much refused for reasons that there are, and connections were lost under it.
  expect(promised.length).toBeGreaterThan(OPERATIONS / 10);
  const reasons = ['409 appointment_changed', '409 slot_taken', '422 same_time'];
  expect([...refused.keys()].filter((reason) => !reasons.includes(reason))).toEqual([]);
  expect(kills.length).toBeGreaterThan(1);
  expect(killed).toBeGreaterThan(kills.length);
  // Nothing failed but under a connection that was killed.
  const SOON = 1_000;
  const unexplained = lost.filter(({ began, ended }) => !kills.some((at) => at > began - SOON && at < ended));
  expect(unexplained).toEqual([]);

  await expectNoOverlap(prisma);
  await expectSoundHistories(prisma, promised);
});

/** No doctor and no patient is in two places at once, and the table that says who is where says what the appointments say. */
async function expectNoOverlap(prisma: PrismaClient) {
  const taken = `SELECT id, 'visit' AS kind, doctor_id, patient_id, starts_at, ends_at
      FROM appointment WHERE status IN ('PENDING', 'CONFIRMED')
    UNION ALL SELECT id, 'proposal', doctor_id, patient_id, proposed_starts_at, proposed_ends_at
      FROM appointment WHERE status = 'CONFIRMED' AND proposed_starts_at IS NOT NULL`;
  const overlaps = await prisma.$queryRawUnsafe(`WITH taken AS (${taken}) SELECT a.id FROM taken a JOIN taken b
    ON a.id < b.id AND (a.doctor_id = b.doctor_id OR a.patient_id = b.patient_id)
    AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`);
  expect(overlaps).toEqual([]);
  const holds = `SELECT appointment_id, kind, doctor_id, patient_id, starts_at, ends_at FROM appointment_hold`;
  const differing = await prisma.$queryRawUnsafe(
    `((${taken}) EXCEPT (${holds})) UNION ALL ((${holds}) EXCEPT (${taken}))`,
  );
  expect(differing).toEqual([]);
}

/** Every appointment has a history that can be, which ends where it is; and every success that was answered is in one. */
async function expectSoundHistories(prisma: PrismaClient, promised: Answer[]) {
  const rows = await prisma.appointment.findMany();
  const entries = await prisma.auditEntry.findMany({ where: { subjectType: 'appointment' } });
  const histories = Map.groupBy(entries as unknown as (Step & { subjectId: string })[], ({ subjectId }) => subjectId);
  expect([...histories.keys()].sort()).toEqual(rows.map(({ id }) => id).sort());
  for (const { id, status, revision, startsAt } of rows) {
    const steps = (histories.get(id) ?? []).sort((a, b) => a.after.revision - b.after.revision);
    const seen = steps.map(({ action, before, after }) => ({ action, before, after }));
    expect(flawOf(seen)).toBeNull();
    const now = { status: status.toLowerCase(), revision, startsAt: startsAt.toISOString() };
    expect(steps.at(-1)?.after).toMatchObject(now);
  }
  for (const { id, revision, state } of promised) {
    const entry = histories.get(id)?.find(({ after }) => after.revision === revision);
    expect(entry?.after, `${id} at revision ${revision}`).toMatchObject({ status: state });
  }
  // Of two that were told of the same change, one would have lost it.
  expect(new Set(promised.map(({ id, revision }) => `${id} ${revision}`)).size).toBe(promised.length);
}
