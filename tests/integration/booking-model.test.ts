import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { cancelAppointment, confirmAppointment, declineAppointment } from '@/lib/appointments/commands/answer';
import { answerProposal, moveAppointment } from '@/lib/appointments/commands/move';
import type { Actor } from '@/lib/platform/actor';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { type Act, BookingModel, type By } from '../support/booking-model';
import { asActor } from '../support/factories';

// The product beside a model of it: whatever is done in whatever order, both answer alike and come to the same state.

const make = withApplication();
const HOUR = 3_600_000;
/** Acts that came to something, so that what was tried is known to say something. */
const done = new Set<string>();
const PEOPLE = 2;
const SLOTS = 4;

interface Clinic {
  doctors: Actor[];
  patients: Actor[];
  admin: Actor;
  /** By their place in the model. */
  ids: string[];
  at: (slot: number) => Date;
}

async function openClinic(): Promise<Clinic> {
  const several = async (role: 'DOCTOR' | 'PATIENT') => {
    const people = Array.from({ length: PEOPLE }, () => make.person({ role, slotMinutes: 60, breakMinutes: 0 }));
    return (await Promise.all(people)).map(asActor);
  };
  const [doctors, patients] = [await several('DOCTOR'), await several('PATIENT')];
  const first = Math.ceil(Date.now() / HOUR + 24) * HOUR;
  const admin = asActor(await make.person({ role: 'ADMIN' }));
  return { doctors, patients, admin, ids: [], at: (slot) => new Date(first + slot * HOUR) };
}

const slot = fc.nat(SLOTS - 1);
const someone = fc.nat(PEOPLE - 1);
type Command = fc.AsyncCommand<BookingModel, Clinic>;

const bookingOf = (doctor: number, patient: number, when: number): Command => ({
  check: () => true,
  async run(model, clinic) {
    const verdict = model.book(doctor, patient, when);
    const [by, doctorId] = [clinic.patients[patient] as Actor, clinic.doctors[doctor]?.id ?? ''];
    const startsAt = clinic.at(when).toISOString();
    const result = await bookAppointment(by, { doctorId, startsAt, visitType: 'video', reason: 'x' });
    expect(result.ok ? 'ok' : result.code).toBe(verdict);
    if (!result.ok) return;
    clinic.ids.push(result.appointment.id);
    done.add('book');
  },
  toString: () => `patient ${patient} books slot ${when} of doctor ${doctor}`,
});

interface Change {
  act: Act;
  by: By;
  which: number;
  /** How many revisions ago the page was loaded that asks. */
  behind: number;
  to: number;
}

const changeOf = ({ act, by, which, behind, to }: Change): Command => ({
  check: ({ visits }) => visits.length > 0,
  async run(model, clinic) {
    const index = which % model.visits.length;
    const visit = model.visits[index] as BookingModel['visits'][number];
    const people: Record<By, Actor | undefined> = {
      doctor: clinic.doctors[visit.doctor],
      patient: clinic.patients[visit.patient],
      admin: clinic.admin,
      otherDoctor: clinic.doctors[1 - visit.doctor],
      otherPatient: clinic.patients[1 - visit.patient],
    };
    const actor = people[by] as Actor;
    const request = { id: clinic.ids[index] ?? '', revision: visit.revision - behind };
    const commands: Record<Act, () => ReturnType<typeof cancelAppointment>> = {
      confirm: () => confirmAppointment(actor, request, new Date()),
      decline: () => declineAppointment(actor, request, new Date()),
      cancel: () => cancelAppointment(actor, request, new Date()),
      move: () => moveAppointment(actor, { ...request, startsAt: clinic.at(to) }, new Date()),
      accept: () => answerProposal(actor, request, true, new Date()),
      keep: () => answerProposal(actor, request, false, new Date()),
    };
    const verdict = model.act(visit, act, by, request.revision, to);
    const result = await commands[act]();
    expect(result.ok ? 'ok' : result.code).toBe(verdict);
    if (result.ok) done.add(act);
  },
  toString: () => `${by} ${act} visit ${which} (slot ${to}), ${behind} behind`,
});

const booking = fc.tuple(someone, someone, slot).map((args) => bookingOf(...args));
const changing = fc
  .record<Change>({
    act: fc.constantFrom('confirm', 'confirm', 'decline', 'cancel', 'move', 'move', 'accept', 'accept', 'keep', 'keep'),
    by: fc.constantFrom('doctor', 'doctor', 'doctor', 'patient', 'patient', 'admin', 'otherPatient', 'otherDoctor'),
    which: fc.nat(5),
    behind: fc.constantFrom(0, 0, 0, 0, 1),
    to: slot,
  })
  .map(changeOf);
const anything = fc.commands([booking, changing, changing], { size: 'max', maxCommands: 60 });

/** Where half of the runs begin: at visits for which other times are asked. */
const proposalOf = (which: number): Command[] => [
  bookingOf(which, which, which),
  changeOf({ act: 'confirm', by: 'doctor', which, behind: 0, to: 0 }),
  changeOf({ act: 'move', by: 'patient', which, behind: 0, to: which + 2 }),
];

async function expectSameState({ visits }: BookingModel, { ids, at }: Clinic) {
  const rows = await prisma().appointment.findMany({ where: { id: { in: ids } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const real = ids.map((id) => {
    const { status, startsAt, proposedStartsAt, revision } = byId.get(id) ?? {};
    return { status: status?.toLowerCase(), startsAt, proposedStartsAt, revision };
  });
  const expected = visits.map(({ status, slot: when, proposed, revision }) => ({
    status,
    startsAt: at(when),
    proposedStartsAt: proposed === null ? null : at(proposed),
    revision,
  }));
  expect(real).toEqual(expected);
}

it('answers as the model does, and comes to the same state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), anything, async (proposed, commands) => {
      const [model, clinic] = [new BookingModel(), await openClinic()];
      for (const command of proposed ? [...proposalOf(0), ...proposalOf(1)] : []) await command.run(model, clinic);
      await fc.asyncModelRun(() => ({ model, real: clinic }), commands);
      await expectSameState(model, clinic);
    }),
    { numRuns: 60 },
  );
  expect([...done].sort()).toEqual(['accept', 'book', 'cancel', 'confirm', 'decline', 'keep', 'move']);
}, 120_000);
