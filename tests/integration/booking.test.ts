import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { cancelAppointment } from '@/lib/appointments/commands/answer';
import { moveAppointment } from '@/lib/appointments/commands/move';
import { listDoctors } from '@/lib/availability/queries/doctors';
import { listSlots } from '@/lib/availability/queries/slots';
import { withApplication } from '../support/application';
import { bookAppointment } from '../support/book';
import { asActor, type TestPerson } from '../support/factories';

const make = withApplication();
const DAY = 86_400_000;

async function firstSlots(patient: TestPerson, doctor: TestPerson, days = 2) {
  const from = new Date();
  const slots = await listSlots(asActor(patient), doctor.id, { from, to: new Date(+from + days * DAY) }, from);
  return (slots ?? []).map(({ start }) => new Date(start).toISOString());
}

async function scene() {
  const [doctor, patient] = [await make.person({ role: 'DOCTOR' }), await make.person()];
  const [startsAt = '', second = ''] = await firstSlots(patient, doctor);
  const input = { doctorId: doctor.id, startsAt, visitType: 'video' as const, reason: 'Palpitations' };
  return { doctor, patient, input, second };
}

describe('booking', () => {
  it('a patient asks: pending, with its audit entry, and the slot is gone for everyone', async () => {
    const { doctor, patient, input } = await scene();
    const result = await bookAppointment(asActor(patient), input);
    expect(result).toMatchObject({
      ok: true,
      appointment: { status: 'pending', startsAt: input.startsAt, revision: 1 },
    });
    if (!result.ok) return;
    expect(Date.parse(result.appointment.endsAt) - Date.parse(input.startsAt)).toBe(50 * 60_000);
    expect(await firstSlots(await make.person(), doctor)).not.toContain(input.startsAt);
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: result.appointment.id } });
    expect(entries).toMatchObject([
      { action: 'appointment_booked', actorId: patient.id, after: { status: 'pending' } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Palpitations');
  });

  it('nobody books before the own e-mail is confirmed', async () => {
    const { doctor, input } = await scene();
    const patient = await make.person({ emailConfirmed: false });
    expect(await bookAppointment(asActor(patient), input)).toEqual({ ok: false, code: 'email_not_confirmed' });
    expect(await prisma().appointment.count({ where: { doctorId: doctor.id } })).toBe(0);
    await prisma().person.update({ where: { id: patient.id }, data: { emailConfirmedAt: new Date() } });
    expect(await bookAppointment(asActor(patient), input)).toMatchObject({ ok: true });
  });

  it('a doctor books for a patient: confirmed at once, outside the hours too', async () => {
    const doctor = await make.person({ role: 'DOCTOR', hours: [] });
    const patient = await make.person();
    const startsAt = new Date(Date.now() + DAY).toISOString();
    const input = {
      doctorId: doctor.id,
      patientId: patient.id,
      startsAt,
      visitType: 'video' as const,
      reason: 'Follow-up',
    };
    expect(await bookAppointment(asActor(doctor), input)).toMatchObject({
      ok: true,
      appointment: { status: 'confirmed', patient: { id: patient.id } },
    });
  });

  it('the front desk books for others and is not told why they come', async () => {
    const { doctor, patient, input } = await scene();
    const admin = await make.person({ role: 'ADMIN' });
    const result = await bookAppointment(asActor(admin), { ...input, patientId: patient.id });
    expect(result).toMatchObject({
      ok: true,
      appointment: { status: 'confirmed', reason: '', doctor: { id: doctor.id } },
    });
  });

  it('nobody books for whom they may not', async () => {
    const { doctor, patient, input } = await scene();
    const other = await make.person();
    const otherDoctor = await make.person({ role: 'DOCTOR' });
    expect(await bookAppointment(asActor(patient), { ...input, patientId: other.id })).toMatchObject({
      code: 'forbidden',
    });
    expect(await bookAppointment(asActor(otherDoctor), { ...input, patientId: patient.id })).toMatchObject({
      code: 'forbidden',
    });
    expect(await bookAppointment(asActor(doctor), { ...input, patientId: otherDoctor.id })).toMatchObject({
      code: 'patient_not_found',
    });
    expect(await bookAppointment(asActor(patient), { ...input, doctorId: randomUUID() })).toMatchObject({
      code: 'doctor_not_found',
    });
  });

  it.each([
    ['in_the_past', -DAY],
    ['too_far', 100 * DAY],
    ['outside_hours', 90 * 60_000 + 7_000],
  ])('%s', async (code, offset) => {
    const { patient, input } = await scene();
    const startsAt = new Date(Date.now() + offset).toISOString();
    expect(await bookAppointment(asActor(patient), { ...input, startsAt })).toEqual({ ok: false, code });
  });

  it('a doctor who is disabled cannot be booked, nor found', async () => {
    const { doctor, patient, input } = await scene();
    await prisma().person.update({ where: { id: doctor.id }, data: { disabledAt: new Date() } });
    expect(await bookAppointment(asActor(patient), input)).toMatchObject({ code: 'doctor_not_found' });
    expect((await listDoctors(asActor(patient), new Date())).map(({ id }) => id)).not.toContain(doctor.id);
    expect(
      await listSlots(asActor(patient), doctor.id, { from: new Date(), to: new Date(Date.now() + DAY) }, new Date()),
    ).toBeNull();
  });
});

describe('the same request twice', () => {
  it('answers the same and books once', async () => {
    const { patient, input } = await scene();
    const key = randomUUID();
    const first = await bookAppointment(asActor(patient), input, { key });
    expect(first.ok).toBe(true);
    expect(await bookAppointment(asActor(patient), input, { key })).toEqual(first);
    expect(await prisma().appointment.count({ where: { patientId: patient.id } })).toBe(1);
  });

  it('also when both come at once', async () => {
    const { patient, input } = await scene();
    const key = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 5 }, () => bookAppointment(asActor(patient), input, { key })),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await prisma().appointment.count({ where: { patientId: patient.id } })).toBe(1);
  });

  it('with another body is refused', async () => {
    const { patient, input, second } = await scene();
    const key = randomUUID();
    await bookAppointment(asActor(patient), input, { key });
    const other = await bookAppointment(asActor(patient), { ...input, startsAt: second }, { key });
    expect(other).toEqual({ ok: false, code: 'key_reused' });
  });

  it('a key is the person’s own', async () => {
    const { doctor, patient, input, second } = await scene();
    const key = randomUUID();
    await bookAppointment(asActor(patient), input, { key });
    const other = asActor(await make.person());
    const result = await bookAppointment(other, { ...input, doctorId: doctor.id, startsAt: second }, { key });
    expect(result).toMatchObject({ ok: true, appointment: { patient: { id: other.id } } });
  });
});

describe('one slot, many who want it', () => {
  it('of 40 at once one gets it and 39 are told', async () => {
    const { doctor, input } = await scene();
    const patients = await Promise.all(Array.from({ length: 40 }, () => make.person()));
    const results = await Promise.all(patients.map((patient) => bookAppointment(asActor(patient), input)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'slot_taken')).toHaveLength(39);
    expect(await prisma().appointment.count({ where: { doctorId: doctor.id } })).toBe(1);
  });

  it('a patient cannot be with two doctors at once', async () => {
    const { patient, input } = await scene();
    const other = await make.person({ role: 'DOCTOR' });
    expect((await bookAppointment(asActor(patient), input)).ok).toBe(true);
    expect(await bookAppointment(asActor(patient), { ...input, doctorId: other.id })).toMatchObject({
      code: 'slot_taken',
    });
    expect(await firstSlots(patient, other)).not.toContain(input.startsAt);
  });

  it('a canceled visit gives its slot free again', async () => {
    const { doctor, patient, input } = await scene();
    const booked = await bookAppointment(asActor(patient), input);
    if (!booked.ok) throw new Error(booked.code);
    await cancelAppointment(asActor(patient), { id: booked.appointment.id, revision: 1 }, new Date());
    expect(await firstSlots(patient, doctor)).toContain(input.startsAt);
    expect((await bookAppointment(asActor(await make.person()), input)).ok).toBe(true);
  });
});

describe('moving', () => {
  const slotsOf = async (doctor: TestPerson, patient: TestPerson) =>
    (await firstSlots(patient, doctor)).map((slot) => new Date(slot));

  it('a patient’s request moves at once', async () => {
    const { doctor, patient, input } = await scene();
    const booked = await bookAppointment(asActor(patient), input);
    if (!booked.ok) throw new Error(booked.code);
    const [to = new Date(0)] = await slotsOf(doctor, patient);
    const { id } = booked.appointment;
    expect(await moveAppointment(asActor(patient), { id, revision: 1, startsAt: to }, new Date())).toMatchObject({
      ok: true,
      appointment: { id, status: 'pending', startsAt: to, revision: 2 },
    });
  });

  it('a doctor’s move takes effect at once and may overlap the old time', async () => {
    const { id, doctor, startsAt, revision } = await make.appointment({ startsIn: 300 });
    const to = new Date(+startsAt + 10 * 60_000);
    expect(await moveAppointment(asActor(doctor), { id, revision, startsAt: to }, new Date())).toMatchObject({
      ok: true,
      appointment: { status: 'confirmed', startsAt: to },
    });
  });

  it.each(['patient', 'doctor'] as const)(
    'by the %s to the time that it has is refused and changes nothing',
    async (by) => {
      const visit = await make.appointment({ startsIn: 300 });
      const { id, startsAt, revision } = visit;
      expect(await moveAppointment(asActor(visit[by]), { id, revision, startsAt }, new Date())).toEqual({
        ok: false,
        code: 'same_time',
      });
      const expected = { startsAt, proposedStartsAt: null, revision };
      expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject(expected);
    },
  );

  it('onto a taken time is refused and changes nothing', async () => {
    const one = await make.appointment({ startsIn: 300 });
    const two = await make.appointment({ doctor: one.doctor, startsIn: 400 });
    const { id, revision } = one;
    expect(await moveAppointment(asActor(one.doctor), { id, revision, startsAt: two.startsAt }, new Date())).toEqual({
      ok: false,
      code: 'slot_taken',
    });
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({
      startsAt: one.startsAt,
      revision,
    });
  });
});
