import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/adapters/database';
import { freeStuckJobs } from '@/lib/adapters/job-runner';
import { listRooms } from '@/lib/adapters/livekit';
import { cancelAppointment } from '@/lib/appointments/commands/answer';
import { roomName } from '@/lib/appointments/policy';
import { checkArrival } from '@/lib/calls/commands/check-arrival';
import { closeRoom } from '@/lib/calls/commands/close-room';
import { joinCall } from '@/lib/calls/commands/join';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';

const make = withApplication();

async function jobs(key: string) {
  return prisma().$queryRaw<{ task: string; run_at: Date; payload: { appointmentId?: string; personId?: string } }[]>`
    SELECT t.identifier AS task, j.run_at, j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE j.key = ${key}`;
}

describe('what must follow from a change commits with it', () => {
  it('joining schedules the closing of the room once, at the end of the window', async () => {
    const { id, patient, doctor, startsAt } = await make.appointment();
    await joinCall(asActor(patient), id, new Date());
    await joinCall(asActor(doctor), id, new Date());
    expect(await jobs(`close_room:${id}`)).toEqual([
      {
        task: 'close_room',
        run_at: new Date(startsAt.getTime() + 120 * 60_000),
        payload: { appointmentId: id },
      },
    ]);
  });

  it('canceling moves the closing to now, and the room goes', async () => {
    const { id, patient, revision } = await make.appointment();
    await joinCall(asActor(patient), id, new Date());
    const before = Date.now();
    const result = await cancelAppointment(asActor(patient), { id, revision }, new Date());
    expect(result).toMatchObject({ ok: true, appointment: { status: 'canceled', revision: revision + 1 } });
    const [job] = await jobs(`close_room:${id}`);
    expect(job?.run_at.getTime()).toBeLessThanOrEqual(Date.now());
    expect(job?.run_at.getTime()).toBeGreaterThan(before - 5_000);
    await closeRoom(id, new Date());
    expect(await listRooms()).not.toContain(roomName(id));
    expect(await joinCall(asActor(patient), id, new Date())).toMatchObject({ code: 'appointment_canceled' });
  });

  it('of two cancelings at once one wins, the other is told how things stand, and one audit entry is left', async () => {
    const { id, patient, doctor, revision, startsAt } = await make.appointment();
    const results = await Promise.all([
      cancelAppointment(asActor(patient), { id, revision }, new Date()),
      cancelAppointment(asActor(doctor), { id, revision }, new Date()),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({
      ok: false,
      code: 'appointment_changed',
      current: { status: 'canceled', revision: revision + 1 },
    });
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: id } });
    expect(entries).toMatchObject([
      {
        action: 'appointment_canceled',
        before: { status: 'confirmed', revision, startsAt: startsAt.toISOString() },
        after: { status: 'canceled', revision: revision + 1 },
      },
    ]);
  });

  it('no stranger cancels', async () => {
    const { id, revision } = await make.appointment();
    for (const role of ['PATIENT', 'DOCTOR'] as const) {
      const result = await cancelAppointment(asActor(await make.person({ role })), { id, revision }, new Date());
      expect(result).toEqual({ ok: false, code: 'appointment_not_found' });
    }
    expect(await prisma().appointment.findUnique({ where: { id } })).toMatchObject({ status: 'CONFIRMED', revision });
  });

  it('an arrival in a room whose appointment was canceled ends the room', async () => {
    const { id, patient, revision } = await make.appointment();
    await joinCall(asActor(patient), id, new Date());
    await cancelAppointment(asActor(patient), { id, revision }, new Date());
    await checkArrival(
      { room: roomName(id), identity: patient.id, session: null, call: null, joinedAt: new Date() },
      new Date(),
    );
    expect(await listRooms()).not.toContain(roomName(id));
  });

  it('a job that a dead worker held is given back, one that a living worker holds is not', async () => {
    const { id, patient } = await make.appointment();
    const other = await make.appointment();
    await joinCall(asActor(patient), id, new Date());
    await joinCall(asActor(other.patient), other.id, new Date());
    const lock = (key: string, worker: string, minutes: number) => prisma().$executeRaw`
      UPDATE graphile_worker._private_jobs SET locked_by = ${worker}, locked_at = now() - ${minutes} * interval '1 minute'
      WHERE key = ${key}`;
    const lockedBy = async (key: string) => {
      const [row] = await prisma().$queryRaw<{ locked_by: string | null }[]>`
        SELECT locked_by FROM graphile_worker._private_jobs WHERE key = ${key}`;
      return row?.locked_by;
    };
    await lock(`close_room:${id}`, 'dead', 4);
    await lock(`close_room:${other.id}`, 'alive', 1);
    await freeStuckJobs();
    expect(await lockedBy(`close_room:${id}`)).toBeNull();
    expect(await lockedBy(`close_room:${other.id}`)).toBe('alive');
  });
});
