import { prisma } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';
import { CANCELABLE } from '@/lib/appointments/policy';
import { type AppointmentView, findAppointment } from '@/lib/appointments/queries';
import type { Actor } from '@/lib/platform/actor';
import { audit } from '@/lib/platform/audit';
import { type Result, refuse } from '@/lib/platform/problems';
import type { AppointmentStatus } from '@/prisma/generated/enums';

const FROM = CANCELABLE.map((status) => status.toUpperCase() as AppointmentStatus);

/**
 * Cancels an appointment for one of its parties and ends its call. `revision` is the one the actor saw: when it changed meanwhile,
 * nothing happens and the refusal says how things stand.
 */
export async function cancelAppointment(
  actor: Actor,
  id: string,
  revision: number,
): Promise<Result<{ appointment: AppointmentView }>> {
  const before = await findAppointment(actor, id);
  if (!before) return refuse('appointment_not_found');
  const canceled = await prisma().$transaction(async (tx) => {
    const { count } = await tx.appointment.updateMany({
      where: { id, revision, status: { in: FROM } },
      data: { status: 'CANCELED', revision: { increment: 1 }, updatedAt: new Date() },
    });
    if (count === 0) return false;
    await audit(tx, actor, {
      action: 'appointment_canceled',
      subject: { type: 'appointment', id },
      before: { status: before.status, revision },
      after: { status: 'canceled', revision: revision + 1 },
    });
    await addJob(tx, 'close_room', { appointmentId: id }, { key: `close_room:${id}` });
    return true;
  });
  const appointment = await findAppointment(actor, id);
  if (!appointment) return refuse('appointment_not_found');
  if (canceled) return { ok: true, appointment };
  return refuse('appointment_changed', { current: { status: appointment.status, revision: appointment.revision } });
}
