import { describe, expect, it } from 'vitest';
import { prisma, rowsById } from '@/lib/adapters/database';
import { databaseReady } from '@/lib/adapters/database-ready';
import { listAppointments } from '@/lib/appointments/queries/list';
import { nextAppointment } from '@/lib/appointments/queries/next-appointment';
import { listPastAppointments } from '@/lib/appointments/queries/past';
import { audit } from '@/lib/platform/audit';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';

const make = withApplication();

describe('the database itself', () => {
  it('keeps two active appointments of a doctor from overlapping, and of a patient', async () => {
    const first = await make.appointment({ startsIn: 60, length: 30 });
    const overlap = { startsAt: new Date(first.startsAt.getTime() + 29 * 60_000), length: 30 };
    await expect(make.appointment({ doctor: first.doctor, ...overlap })).rejects.toThrow(/no_overlap/);
    await expect(make.appointment({ patient: first.patient, ...overlap })).rejects.toThrow(/no_overlap/);
    await make.appointment({ doctor: first.doctor, ...overlap, status: 'CANCELED' });
    await make.appointment({ doctor: first.doctor, startsAt: first.endsAt, length: 30 });
  });

  it('refuses to change or delete an audit entry', async () => {
    const { id, patient } = await make.appointment();
    await audit(prisma(), asActor(patient), { action: 'appointment_moved', subject: { type: 'appointment', id } });
    const where = { subjectId: id };
    await expect(prisma().auditEntry.updateMany({ where, data: { action: 'other' } })).rejects.toThrow(/append-only/);
    await expect(prisma().auditEntry.deleteMany({ where })).rejects.toThrow(/append-only/);
    await expect(prisma().$executeRaw`TRUNCATE audit_entry`).rejects.toThrow(/append-only/);
    expect(await prisma().auditEntry.findFirst({ where })).toMatchObject({
      action: 'appointment_moved',
      actorId: patient.id,
    });
  });

  it('answers each of those who ask for a row in the same moment with their own', async () => {
    const [ana, bo] = [await make.person({ name: 'Ana' }), await make.person({ name: 'Bo' })];
    const find = rowsById<{ id: string; name: string }>('SELECT id, name FROM person WHERE id = ANY($1)');
    const found = await Promise.all([find(ana.id), find(bo.id), find(ana.id), find(crypto.randomUUID())]);
    expect(found.map((row) => row?.name)).toEqual(['Ana', 'Bo', 'Ana', undefined]);
    await prisma().person.update({ where: { id: ana.id }, data: { name: 'Ann' } });
    expect(await find(ana.id)).toEqual({ id: ana.id, name: 'Ann' });
  });

  it('tells all of them when it cannot be asked, and answers the next', async () => {
    const find = rowsById<{ id: string }>('SELECT id FROM person WHERE id = ANY($1)');
    const asked = await Promise.allSettled([find('no id'), find(crypto.randomUUID())]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await find(crypto.randomUUID())).toBeNull();
  });

  it('is not ready when a constraint that the rules rely on is missing', async () => {
    expect(await databaseReady()).toBe(true);
    await prisma()
      .$executeRaw`ALTER TABLE appointment_hold RENAME CONSTRAINT appointment_hold_patient_no_overlap TO gone`;
    expect(await databaseReady()).toBe(false);
    await prisma()
      .$executeRaw`ALTER TABLE appointment_hold RENAME CONSTRAINT gone TO appointment_hold_patient_no_overlap`;
    await prisma().$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only`;
    expect(await databaseReady()).toBe(false);
    await prisma().$executeRaw`ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only`;
    expect(await databaseReady()).toBe(true);
  });
});

describe('lists', () => {
  it('come by start, a page at a time, each appointment once', async () => {
    const { patient, id } = await make.appointment({ startsIn: 100 });
    const ids = [id];
    for (const startsIn of [200, 300, 400, 500]) ids.push((await make.appointment({ patient, startsIn })).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAppointments(asActor(patient), { limit: 2, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('are bounded by from (inclusive), to (exclusive) and status', async () => {
    const early = await make.appointment({ startsIn: 100, status: 'PENDING' });
    const { patient } = early;
    const late = await make.appointment({ patient, startsIn: 200 });
    const list = async (filter: Parameters<typeof listAppointments>[1]) =>
      (await listAppointments(asActor(patient), filter)).items.map(({ id }) => id);
    expect(await list({ from: early.startsAt, to: late.startsAt })).toEqual([early.id]);
    expect(await list({ from: late.startsAt })).toEqual([late.id]);
    expect(await list({ status: ['confirmed'] })).toEqual([late.id]);
    expect(await list({ cursor: 'nonsense' })).toEqual([early.id, late.id]);
  });

  it('hold only the own appointments, and none for an admin', async () => {
    const { doctor, patient } = await make.appointment({ startsIn: -300 });
    const now = new Date();
    expect((await listPastAppointments(asActor(patient), now)).items.map((item) => item.patient.id)).toEqual([
      patient.id,
    ]);
    expect((await listPastAppointments(asActor(doctor), now)).items.map((item) => item.doctor.id)).toEqual([doctor.id]);
    for (const role of ['ADMIN', 'PATIENT', 'DOCTOR'] as const) {
      const stranger = asActor(await make.person({ role }));
      expect(await listPastAppointments(stranger, now)).toEqual({ items: [], nextCursor: null });
      expect((await listAppointments(stranger, {})).items).toEqual([]);
      expect(await nextAppointment(stranger, now)).toBeNull();
    }
  });
});

describe('the next appointment', () => {
  it('is the one whose call is open, else the next to come', async () => {
    const coming = await make.appointment({ startsIn: 500 });
    const { patient } = coming;
    const next = async () => (await nextAppointment(asActor(patient), new Date()))?.id;
    await make.appointment({ patient, startsIn: 300, status: 'CANCELED' });
    expect(await next()).toBe(coming.id);
    const pending = await make.appointment({ patient, startsIn: 10, status: 'PENDING' });
    expect(await next()).toBe(pending.id);
    // Its end has passed, but its call is open for another half hour.
    const open = await make.appointment({ patient, startsIn: -90 });
    expect(await next()).toBe(open.id);
  });
});
