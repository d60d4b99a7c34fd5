import fc from 'fast-check';
import pg from 'pg';
import { expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { cancelAppointment, confirmAppointment, declineAppointment } from '@/lib/appointments/commands/answer';
import { bookAppointment } from '@/lib/appointments/commands/book';
import { answerProposal, moveAppointment } from '@/lib/appointments/commands/move';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { flawOf, type Step } from '../support/lifecycle-model';

const make = withApplication();
const CLIENTS = 16;
const OPERATIONS = 5_000;
const SLOTS = 60;
const KILL_EVERY_MS = 5_000;
const HOUR = 3_600_000;

const operation = fc.record({
  what: fc.constantFrom('book', 'book', 'confirm', 'confirm', 'decline', 'cancel', 'move', 'move', 'accept', 'keep'),
  who: fc.nat(),
  which: fc.nat(),
  slot: fc.nat(SLOTS - 1),
  /** Now and then someone acts on what they saw a while ago. */
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

it('5,000 random acts of 16 people at once, connections killed under them: nothing overlaps, nothing illegal, nothing lost', async () => {
  const doctors = await Promise.all(
    Array.from({ length: 3 }, () => make.person({ role: 'DOCTOR', slotMinutes: 60, breakMinutes: 0 })),
  );
  const patients = await Promise.all(Array.from({ length: 8 }, () => make.person()));
  const first = Math.ceil(Date.now() / HOUR + 24) * HOUR;
  const promised: { id: string; revision: number; status: string }[] = [];
  const tally = { ok: 0, refused: 0, lost: 0 };
  const at = (list: TestPerson[], index: number) => list[index % list.length] as TestPerson;

  async function perform({ what, who, which, slot, stale }: Operation) {
    const startsAt = new Date(first + slot * HOUR);
    if (what === 'book') {
      const input = {
        doctorId: at(doctors, which).id,
        startsAt: startsAt.toISOString(),
        visitType: 'video' as const,
        reason: 'x',
      };
      const result = await bookAppointment(asActor(at(patients, who)), input);
      return result.ok ? result.appointment : null;
    }
    const row = await prisma().appointment.findFirst({
      where: { status: { in: ['PENDING', 'CONFIRMED'] } },
      orderBy: { id: 'asc' },
      skip: which % 40,
    });
    if (!row) return null;
    const byDoctor = doctors.find(({ id }) => id === row.doctorId) as TestPerson;
    const byPatient = patients.find(({ id }) => id === row.patientId) as TestPerson;
    const actor = asActor(who % 2 ? byDoctor : byPatient);
    const request = { id: row.id, revision: row.revision - (stale ? 1 : 0) };
    const acts = {
      confirm: () => confirmAppointment(asActor(byDoctor), request),
      decline: () => declineAppointment(asActor(byDoctor), request),
      cancel: () => cancelAppointment(actor, request),
      move: () => moveAppointment(actor, { ...request, startsAt }),
      accept: () => answerProposal(asActor(byDoctor), request, true),
      keep: () => answerProposal(asActor(byDoctor), request, false),
    };
    const result = await acts[what]();
    return result.ok ? result.appointment : null;
  }

  const queue = fc.sample(operation, OPERATIONS);
  async function client() {
    for (let next = queue.pop(); next; next = queue.pop()) {
      try {
        const done = await perform(next);
        if (!done) {
          tally.refused++;
          continue;
        }
        tally.ok++;
        promised.push({ id: done.id, revision: done.revision, status: done.status });
      } catch (error) {
        // Only a killed connection may end an act this way; its outcome is then unknown, and the history below must be sound either way.
        expect(String((error as Error).message)).toMatch(
          /terminat|Connection|connection|closed|not queryable|P1017|P2028/i,
        );
        tally.lost++;
      }
    }
  }

  const killer = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await killer.connect();
  const kill = () =>
    killer.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await kill();
  const killing = setInterval(() => void kill(), KILL_EVERY_MS);
  await Promise.all(Array.from({ length: CLIENTS }, client));
  clearInterval(killing);
  await killer.end();

  expect(tally.ok).toBeGreaterThan(OPERATIONS / 20);
  const overlaps = await prisma().$queryRaw<
    unknown[]
  >`SELECT a.appointment_id FROM appointment_hold a JOIN appointment_hold b
    ON a.appointment_id < b.appointment_id AND (a.doctor_id = b.doctor_id OR a.patient_id = b.patient_id)
    AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`;
  expect(overlaps).toEqual([]);
  const rows = await prisma().appointment.findMany();
  const entries = await prisma().auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const history = Map.groupBy(entries, ({ subjectId }) => subjectId);
  for (const row of rows) {
    const steps = (history.get(row.id) ?? []).map(({ action, before, after }) => ({
      action,
      before,
      after,
    })) as unknown as Step[];
    steps.sort((a, b) => a.after.revision - b.after.revision);
    expect(flawOf(steps)).toBeNull();
    expect(steps.at(-1)?.after).toMatchObject({ status: row.status.toLowerCase(), revision: row.revision });
  }
  for (const { id, revision, status } of promised) {
    const entry = history.get(id)?.find(({ after }) => (after as { revision?: number } | null)?.revision === revision);
    expect(entry?.after).toMatchObject({ status });
  }
}, 240_000);
