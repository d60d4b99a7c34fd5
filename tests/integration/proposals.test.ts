import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import {
  cancelAppointment,
  completeAppointment,
  confirmAppointment,
  declineAppointment,
} from '@/lib/appointments/commands/answer';
import { expireAppointment, lapseProposal } from '@/lib/appointments/commands/by-the-clock';
import { answerProposal, moveAppointment } from '@/lib/appointments/commands/move';
import { listSlots } from '@/lib/availability/queries/slots';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { asActor } from '../support/factories';

const make = withApplication();
const DAY = 86_400_000;

async function proposal() {
  const visit = await make.appointment({ startsIn: 600 });
  const { id, doctor, patient, revision } = visit;
  const from = new Date();
  const slots = await listSlots(asActor(patient), doctor.id, { from, to: new Date(+from + 3 * DAY) }, from);
  const to = new Date(slots?.at(-1)?.start ?? 0);
  const result = await moveAppointment(asActor(patient), { id, revision, startsAt: to }, new Date());
  if (!result.ok) throw new Error(result.code);
  return { ...visit, to, revision: result.appointment.revision };
}
const book = async (doctorId: string, startsAt: Date) =>
  bookAppointment(asActor(await make.person()), {
    doctorId,
    startsAt: startsAt.toISOString(),
    visitType: 'video',
    reason: 'x',
  });

describe('a patient’s move of a confirmed visit', () => {
  it('is a proposal: the visit stays, both times are held', async () => {
    const { id, doctor, startsAt, to } = await proposal();
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({
      status: 'CONFIRMED',
      startsAt,
      proposedStartsAt: to,
    });
    expect(await book(doctor.id, to)).toMatchObject({ code: 'slot_taken' });
    expect(await prisma().appointmentHold.count({ where: { appointmentId: id } })).toBe(2);
  });

  it('accepted, moves there and gives the old time free', async () => {
    const { id, doctor, to, revision } = await proposal();
    expect(await answerProposal(asActor(doctor), { id, revision }, true, new Date())).toMatchObject({
      ok: true,
      appointment: { startsAt: to, proposedStartsAt: null, status: 'confirmed' },
    });
    expect(await prisma().appointmentHold.findMany({ where: { appointmentId: id } })).toMatchObject([
      { kind: 'visit', startsAt: to },
    ]);
  });

  it('declined, stays where it was and gives the new time free', async () => {
    const { id, doctor, startsAt, to, revision } = await proposal();
    expect(await answerProposal(asActor(doctor), { id, revision }, false, new Date())).toMatchObject({
      ok: true,
      appointment: { startsAt, proposedStartsAt: null, status: 'confirmed' },
    });
    expect((await book(doctor.id, to)).ok).toBe(true);
  });

  it('is the doctor’s to answer, with the revision that was seen', async () => {
    const { id, doctor, patient, revision } = await proposal();
    const admin = await make.person({ role: 'ADMIN' });
    expect(await answerProposal(asActor(patient), { id, revision }, true, new Date())).toMatchObject({
      code: 'forbidden',
    });
    expect(await answerProposal(asActor(admin), { id, revision }, true, new Date())).toMatchObject({
      code: 'forbidden',
    });
    expect(
      await answerProposal(asActor(await make.person({ role: 'DOCTOR' })), { id, revision }, true, new Date()),
    ).toMatchObject({
      code: 'appointment_not_found',
    });
    expect(await answerProposal(asActor(doctor), { id, revision: revision - 1 }, true, new Date())).toEqual({
      ok: false,
      code: 'appointment_changed',
      current: { status: 'confirmed', revision },
    });
  });

  it('lapses when the first of the two times comes, not before', async () => {
    const { id, startsAt, to } = await proposal();
    const first = Math.min(+startsAt, +to);
    await lapseProposal(id, new Date(first - 1));
    expect((await prisma().appointment.findUnique({ where: { id } }))?.proposedStartsAt).toEqual(to);
    await lapseProposal(id, new Date(first));
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({
      proposedStartsAt: null,
      startsAt,
      status: 'CONFIRMED',
    });
  });

  it('goes with the visit when that is canceled', async () => {
    const { id, patient, revision } = await proposal();
    expect((await cancelAppointment(asActor(patient), { id, revision, note: 'Better now' }, new Date())).ok).toBe(true);
    expect(await prisma().appointmentHold.count({ where: { appointmentId: id } })).toBe(0);
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({ closingNote: 'Better now' });
  });
});

describe('a request', () => {
  it('is confirmed or declined by its doctor alone; of two at once one wins', async () => {
    const { id, doctor, patient, revision } = await make.appointment({ status: 'PENDING', startsIn: 300 });
    expect(await confirmAppointment(asActor(patient), { id, revision }, new Date())).toMatchObject({
      code: 'forbidden',
    });
    const results = await Promise.all([
      confirmAppointment(asActor(doctor), { id, revision }, new Date()),
      declineAppointment(asActor(doctor), { id, revision }, new Date()),
      cancelAppointment(asActor(patient), { id, revision }, new Date()),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok)
        expect(result).toMatchObject({ code: 'appointment_changed', current: { revision: revision + 1 } });
    }
    expect(await prisma().auditEntry.count({ where: { subjectId: id } })).toBe(1);
  });

  it('that nobody answered expires at its start, not before', async () => {
    const { id, startsAt } = await make.appointment({ status: 'PENDING', startsIn: 300 });
    await expireAppointment(id, new Date(+startsAt - 1));
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({ status: 'PENDING' });
    await expireAppointment(id, startsAt);
    await expireAppointment(id, startsAt);
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({ status: 'EXPIRED', revision: 2 });
    expect(await prisma().auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
      { action: 'appointment_expired', actorId: null },
    ]);
  });

  it('that was confirmed does not expire', async () => {
    const { id, doctor, startsAt, revision } = await make.appointment({ status: 'PENDING', startsIn: 300 });
    await confirmAppointment(asActor(doctor), { id, revision }, new Date());
    await expireAppointment(id, startsAt);
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({ status: 'CONFIRMED' });
  });
});

it('a visit is completed by its doctor, from its start on', async () => {
  const { id, doctor, startsAt, revision } = await make.appointment({ startsIn: 300 });
  expect(await completeAppointment(asActor(doctor), { id, revision }, new Date())).toMatchObject({
    code: 'too_early',
    opensAt: expect.any(String),
  });
  expect(await completeAppointment(asActor(doctor), { id, revision }, startsAt)).toMatchObject({
    ok: true,
    appointment: { status: 'completed' },
  });
});
